package dev.aiwm.support.log;

import org.springframework.jdbc.core.JdbcTemplate;

/** For a store that only this process opens: the head of the log is remembered between turns. */
final class ProcessAppendLock extends AppendLock {
    private final JdbcTemplate jdbc;
    private Turn head;

    ProcessAppendLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    Turn begin() {
        if (head == null) {
            long position = JdbcLogEngine.headOf(jdbc);
            long latestAt =
                    position == 0
                            ? Long.MIN_VALUE
                            : jdbc.queryForObject(LogSql.LATEST_AT, Long.class, position);
            head = new Turn(position, latestAt);
        }
        return head;
    }

    @Override
    void end(Turn used, boolean committed) {
        if (!committed) {
            head = null;
        }
    }
}
