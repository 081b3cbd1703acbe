package dev.aiwm.support.store;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * Failures that only say that a store is away: PostgreSQL, MongoDB or Axon Server. It may come
 * back, so this is no defect of the product, and no refusal either: sagas are to try again.
 */
public final class Outages {
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    /** Classes of SQL states: the connection failed; the server is shutting down or starting. */
    private static final String CONNECTION_FAILED = "08";

    private static final String SERVER_GOES_OR_COMES = "57P0";

    /** What MongoDB's driver says when its client was closed: this process ends. */
    private static final String CLOSED = "state should be: open";

    private Outages() {}

    /** What whoever has asked is to be told, if that is why it failed. */
    public static Optional<Rejection> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOutage(cause)) {
                LOG.warn(
                        "A request failed because a store cannot be reached: {}", cause.toString());
                return Optional.of(
                        new Rejection(
                                RejectionCode.UNAVAILABLE,
                                "a store cannot be reached now; a change may have been made all the"
                                        + " same, so repeat it with the same Idempotency-Key"));
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof CannotGetJdbcConnectionException
                || (cause instanceof SQLException fault && isOutage(fault))
                || cause instanceof MongoSocketException
                || cause instanceof MongoTimeoutException
                || cause instanceof MongoNotPrimaryException
                || cause instanceof MongoNodeIsRecoveringException
                || (cause instanceof IllegalStateException && CLOSED.equals(cause.getMessage()))
                || cause instanceof StreamClosedException
                || (cause instanceof StatusRuntimeException status
                        && status.getStatus().getCode() == Status.Code.UNAVAILABLE);
    }

    private static boolean isOutage(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        return fault instanceof SQLTransientConnectionException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLRecoverableException
                || state.startsWith(CONNECTION_FAILED)
                || state.startsWith(SERVER_GOES_OR_COMES);
    }
}
