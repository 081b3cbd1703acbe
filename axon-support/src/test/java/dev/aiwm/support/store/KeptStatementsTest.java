package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

class KeptStatementsTest {
    private static final String KNOWN =
            "select count(*) from information_schema.system_sessions where session_id = ?";

    private final KeptStatements database = new KeptStatements("jdbc:hsqldb:mem:kept", "SA");

    private static int ask(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(KNOWN)) {
            statement.setLong(1, Long.MAX_VALUE);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void a_statement_is_itself_closed_and_can_be_prepared_again() throws SQLException {
        try (var connection = database.getConnection()) {
            var first = connection.prepareStatement(KNOWN);
            first.close();
            assertThat(first.isClosed()).isTrue();
            assertThat(ask(connection)).isZero();
            assertThat(ask(connection)).isZero();
        }
    }

    @Test
    void statements_with_other_cursors_are_others() throws SQLException {
        try (var connection = database.getConnection()) {
            for (int cursor : new int[] {ResultSet.CONCUR_READ_ONLY, ResultSet.CONCUR_UPDATABLE}) {
                for (int time = 0; time < 2; time++) {
                    try (var all =
                            connection.prepareStatement(
                                    "select * from information_schema.schemata",
                                    ResultSet.TYPE_SCROLL_INSENSITIVE,
                                    cursor)) {
                        assertThat(all.getResultSetType())
                                .isEqualTo(ResultSet.TYPE_SCROLL_INSENSITIVE);
                    }
                }
            }
            assertThat(ask(connection)).isZero();
        }
    }

    @Test
    void what_is_changed_in_the_tables_is_seen_by_what_was_kept() throws SQLException {
        try (var connection = database.getConnection();
                var plain = connection.createStatement()) {
            plain.execute("create table thing (a int)");
            try (var all = connection.prepareStatement("select * from thing")) {
                assertThat(all.getMetaData().getColumnCount()).isEqualTo(1);
            }
            plain.execute("alter table thing add column b int");
            try (var all = connection.prepareStatement("select * from thing");
                    var rows = all.executeQuery()) {
                assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_fault_is_the_databases_own() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("select nothing"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
