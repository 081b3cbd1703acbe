package dev.aiwm.web.problem;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import java.util.Optional;

/** What a bare HTTP status, decided by the container or by Spring, means in our words. */
final class Statuses {
    private Statuses() {}

    static Optional<Rejection> rejection(int status) {
        return switch (status) {
            case 400 -> say(RejectionCode.MALFORMED_REQUEST, "the request cannot be read");
            case 401 -> say(RejectionCode.UNAUTHENTICATED, "a valid token is needed");
            case 403 -> say(RejectionCode.FORBIDDEN, "this is not allowed");
            case 404 -> say(RejectionCode.NOT_FOUND, "there is nothing at this path");
            case 405 -> say(RejectionCode.METHOD_NOT_ALLOWED, "the method is not offered here");
            case 406 -> say(RejectionCode.NOT_ACCEPTABLE, "this answers in JSON only");
            case 413 -> say(RejectionCode.PAYLOAD_TOO_LARGE, "the body is too large");
            case 415 -> say(RejectionCode.UNSUPPORTED_MEDIA_TYPE, "send JSON");
            case 429 -> say(RejectionCode.TOO_MANY_REQUESTS, "too many requests");
            case 501 -> say(RejectionCode.NOT_IMPLEMENTED, "this is not offered yet");
            case 503 -> say(RejectionCode.UNAVAILABLE, "not available at the moment");
            default ->
                    status >= 400 && status < 500
                            ? say(RejectionCode.MALFORMED_REQUEST, "the request is refused")
                            : Optional.empty();
        };
    }

    private static Optional<Rejection> say(RejectionCode code, String message) {
        return Optional.of(new Rejection(code, message));
    }
}
