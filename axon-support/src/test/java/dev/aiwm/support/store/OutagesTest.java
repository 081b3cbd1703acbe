package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClients;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.grpc.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

class OutagesTest {
    static Stream<Throwable> outages() {
        return Stream.of(
                new CannotGetJdbcConnectionException("no connection", new SQLException("gone")),
                new SQLTransientConnectionException("events - Connection is not available"),
                new SQLException("terminating connection due to administrator command", "57P01"),
                new SQLException("an I/O error occurred while sending to the backend", "08006"),
                new MongoTimeoutException("no server that is writable"),
                new MongoSocketReadException("reset", new ServerAddress()),
                Status.UNAVAILABLE.withDescription("io exception").asRuntimeException(),
                new AxonServerException(
                        ErrorCategory.COMMAND_DISPATCH_ERROR,
                        "while dispatching",
                        "client",
                        Status.UNAVAILABLE.asRuntimeException()));
    }

    static Stream<Throwable> defects() {
        return Stream.of(
                new SQLException("syntax error", "42601"),
                new DataIntegrityViolationException("duplicate key"),
                new DataAccessResourceFailureException(
                        "not saved", new SQLException("the disk is full", "53100")),
                new IllegalStateException("a defect"),
                Status.INTERNAL.asRuntimeException());
    }

    @ParameterizedTest
    @MethodSource("outages")
    void a_store_that_is_away_is_told_from_a_defect(Throwable outage) {
        assertThat(Outages.in(new CompletionException(new IllegalStateException(outage))))
                .map(Rejection::code)
                .contains(RejectionCode.UNAVAILABLE);
    }

    @Test
    void so_is_one_that_this_process_has_closed_at_its_end() {
        var client = MongoClients.create();
        client.close();

        assertThatThrownBy(() -> client.getDatabase("gone").listCollectionNames().first())
                .satisfies(e -> assertThat(Outages.in(e)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void a_defect_stays_one(Throwable defect) {
        assertThat(Outages.in(new CompletionException(defect))).isEmpty();
    }
}
