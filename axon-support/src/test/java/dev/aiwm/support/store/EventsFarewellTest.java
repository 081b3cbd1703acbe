package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;

class EventsFarewellTest {
    private final GenericApplicationContext program = new GenericApplicationContext();

    private void end(HikariDataSource pool) {
        new EventsFarewell(pool, program).onApplicationEvent(new ContextClosedEvent(program));
    }

    private static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Test
    void what_is_there_is_used_until_the_end() {
        try (var pool = pool("jdbc:hsqldb:mem:there")) {
            end(pool);

            assertThat(pool.isClosed()).isFalse();
        }
    }

    @Test
    void what_is_away_is_not_waited_for() throws IOException {
        int nobody;
        try (var free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (var pool = pool("jdbc:postgresql://127.0.0.1:" + nobody + "/away")) {
            end(pool);

            assertThat(pool.isClosed()).isTrue();
        }
    }

    @Test
    void a_pool_that_is_in_use_is_not_taken_for_one_whose_database_is_away() throws SQLException {
        try (var pool = pool("jdbc:hsqldb:mem:busy");
                Connection held = pool.getConnection()) {
            end(pool);

            assertThat(pool.isClosed()).isFalse();
            assertThat(held.isClosed()).isFalse();
        }
    }

    @Test
    void the_end_of_another_program_is_none_of_its_business() {
        try (var pool = pool("jdbc:postgresql://127.0.0.1:1/away")) {
            new EventsFarewell(pool, program)
                    .onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext()));

            assertThat(pool.isClosed()).isFalse();
        }
    }
}
