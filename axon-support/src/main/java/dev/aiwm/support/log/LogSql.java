package dev.aiwm.support.log;

/** The statements over the event log; the same for HSQLDB and PostgreSQL. */
final class LogSql {
    static final String COLUMNS =
            "log_position, aggregate_id, aggregate_sequence, aggregate_type, event_id,"
                    + " occurred_at, payload_type, payload_revision, payload, metadata";

    static final String SNAPSHOT_COLUMNS =
            "aggregate_id, aggregate_sequence, aggregate_type, event_id,"
                    + " occurred_at, payload_type, payload_revision, payload, metadata";

    static final String APPEND =
            "insert into event_log (" + COLUMNS + ", latest_at) values (?,?,?,?,?,?,?,?,?,?,?)";

    /** Nothing around it: HSQLDB looks into the index for a bare maximum, else at every row. */
    static final String HEAD = "select max(log_position) from event_log";

    static final String LATEST_AT = "select latest_at from event_log where log_position = ?";

    static final String READ_AFTER =
            "select "
                    + COLUMNS
                    + " from event_log where log_position > ? order by log_position limit ?";

    static final String READ_STREAM =
            "select "
                    + COLUMNS
                    + " from event_log where aggregate_id = ? and aggregate_sequence >= ?"
                    + " order by aggregate_sequence limit ?";

    static final String LAST_SEQUENCE =
            "select max(aggregate_sequence) from event_log where aggregate_id = ?";

    static final String READ_SNAPSHOT =
            "select " + SNAPSHOT_COLUMNS + " from snapshot where aggregate_id = ?";

    static final String DELETE_SNAPSHOT =
            "delete from snapshot where aggregate_id = ? and aggregate_sequence <= ?";

    static final String STORE_SNAPSHOT =
            "insert into snapshot (" + SNAPSHOT_COLUMNS + ") values (?,?,?,?,?,?,?,?,?)";

    private LogSql() {}
}
