package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hsqldb.jdbc.JDBCPreparedStatement;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;

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
    void the_same_words_are_compiled_once_for_each_kind_of_cursor() throws SQLException {
        try (var connection = database.getConnection()) {
            var compiled = new HashSet<Long>();
            for (int cursor : new int[] {ResultSet.CONCUR_READ_ONLY, ResultSet.CONCUR_UPDATABLE}) {
                long first = prepared(connection, cursor);
                assertThat(prepared(connection, cursor)).isEqualTo(first);
                compiled.add(first);
            }
            assertThat(compiled).hasSize(2);
        }
    }

    /** What the database knows the compiled statement by; it is another whenever it compiles. */
    private static long prepared(Connection connection, int cursor) throws SQLException {
        try (var statement =
                connection.prepareStatement(KNOWN, ResultSet.TYPE_FORWARD_ONLY, cursor)) {
            return statement.unwrap(JDBCPreparedStatement.class).getStatementID();
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
