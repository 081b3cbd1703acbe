package dev.aiwm.support.messaging;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;

import java.util.Map;
import java.util.Optional;

/**
 * How a rejection travels: as the details of a {@link CommandExecutionException}, the same whether
 * the handler ran here or in another process.
 */
public final class Rejections {
    private Rejections() {}

    /** What a rejection looks like on its way between processes. */
    public record Details(RejectionCode code, String message, Map<String, Object> details) {
        static Details of(Rejection rejection) {
            return new Details(rejection.code(), rejection.getMessage(), rejection.details());
        }

        Rejection toRejection() {
            return new Rejection(code, message, details == null ? Map.of() : details);
        }
    }

    /** The rejection that made a command fail, or empty when it failed otherwise. */
    public static Optional<Rejection> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return Optional.of(rejection);
            }
            if (cause instanceof CommandExecutionException execution) {
                Optional<Object> details = execution.getDetails();
                if (details.orElse(null) instanceof Details found) {
                    return Optional.of(found.toRejection());
                }
            }
        }
        return Optional.empty();
    }

    /** What the sender of a command is to see of its failure. */
    static Throwable translate(Throwable failure) {
        if (failure instanceof Rejection rejection) {
            return wrap(rejection);
        }
        if (failure instanceof AggregateNotFoundException missing) {
            return wrap(
                    new Rejection(
                            RejectionCode.NOT_FOUND,
                            "there is no " + missing.getAggregateIdentifier(),
                            Map.of("id", missing.getAggregateIdentifier())));
        }
        if (failure instanceof AggregateStreamCreationException) {
            return wrap(new Rejection(RejectionCode.ALREADY_EXISTS, "the id is in use already"));
        }
        return failure;
    }

    private static CommandExecutionException wrap(Rejection rejection) {
        return new CommandExecutionException(rejection.getMessage(), null, Details.of(rejection));
    }
}
