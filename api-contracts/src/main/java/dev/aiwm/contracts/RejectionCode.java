package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why something was refused: stable names that clients may rely on. */
public enum RejectionCode {
    VALIDATION_FAILED(Category.INVALID),
    UNKNOWN_FIELD(Category.INVALID),
    MALFORMED_REQUEST(Category.INVALID),
    STATUS_NOT_SETTABLE(Category.INVALID),
    UNAUTHENTICATED(Category.UNAUTHENTICATED),
    FORBIDDEN(Category.FORBIDDEN),
    NOT_FOUND(Category.NOT_FOUND),
    NODE_NOT_FOUND(Category.NOT_FOUND),
    NO_METRICS(Category.NOT_FOUND),
    ALREADY_EXISTS(Category.CONFLICT),
    ILLEGAL_TRANSITION(Category.CONFLICT),
    OPERATION_IN_PROGRESS(Category.CONFLICT),
    NOT_FOR_THIS_TYPE(Category.CONFLICT),
    TOO_MANY_SNAPSHOTS(Category.CONFLICT),
    TOO_MANY_RESOURCES(Category.UNPROCESSABLE),
    SNAPSHOT_IN_THE_WAY(Category.CONFLICT),
    SNAPSHOT_SIZE_DIFFERS(Category.CONFLICT),
    SNAPSHOT_NEEDS_QCOW2(Category.CONFLICT),
    CHANGE_AWAITS_START(Category.CONFLICT),
    DISK_FORMAT_FIXED(Category.UNPROCESSABLE),
    DISK_CANNOT_SHRINK(Category.UNPROCESSABLE),
    NODE_IN_USE(Category.CONFLICT),
    NODE_FENCED(Category.CONFLICT),
    NODE_CORDONED(Category.CONFLICT),
    NODE_NOT_CONNECTED(Category.CONFLICT),
    NOT_RUNNING(Category.CONFLICT),
    NODE_REMOVED(Category.CONFLICT),
    NO_RESERVATION(Category.CONFLICT),
    RESERVATION_EXPIRED(Category.CONFLICT),
    EXECUTION_ENDED(Category.CONFLICT),
    STALE_ATTEMPT(Category.CONFLICT),
    STALE_NODE_INCARNATION(Category.CONFLICT),
    TOKEN_REVOKED(Category.UNAUTHENTICATED),
    TICKET_UNKNOWN(Category.UNAUTHENTICATED),
    TOKEN_UNKNOWN(Category.UNAUTHENTICATED),
    VERSION_MISMATCH(Category.PRECONDITION),
    CPU_EXHAUSTED(Category.CAPACITY),
    RAM_EXHAUSTED(Category.CAPACITY),
    DISK_EXHAUSTED(Category.CAPACITY),
    GPU_TAKEN(Category.CAPACITY),
    GPU_UNKNOWN(Category.CAPACITY),
    GPU_EXHAUSTED(Category.CAPACITY),
    MIG_EXHAUSTED(Category.CAPACITY),
    MIG_PROFILE_UNKNOWN(Category.CAPACITY),
    MIG_NEEDS_VGPU(Category.CAPACITY),
    IP_TAKEN(Category.CAPACITY),
    PORT_TAKEN(Category.CAPACITY),
    ENGINE_MISSING(Category.CAPACITY),
    NO_NODE_FITS(Category.CAPACITY),
    LABELS_DIFFER(Category.CAPACITY),
    IDEMPOTENCY_KEY_REUSED(Category.UNPROCESSABLE),
    IDEMPOTENCY_KEY_IN_USE(Category.CONFLICT),
    INVALID_PLAN(Category.UNPROCESSABLE),
    ALREADY_MANAGED(Category.CONFLICT),
    NOT_ADOPTABLE(Category.UNPROCESSABLE),
    VOLUME_IN_USE(Category.CONFLICT),
    VOLUME_TAKEN(Category.CONFLICT),
    BELONGS_TO_RESOURCE(Category.CONFLICT),
    NOTHING_TO_RETRY(Category.CONFLICT),
    TOO_MANY_ROUNDS(Category.CONFLICT),
    FAILED_BY_OPERATOR(Category.CONFLICT),
    PAYLOAD_TOO_LARGE(Category.TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(Category.UNSUPPORTED_MEDIA),
    NOT_ACCEPTABLE(Category.NOT_ACCEPTABLE),
    METHOD_NOT_ALLOWED(Category.METHOD_NOT_ALLOWED),
    TOO_MANY_REQUESTS(Category.TOO_MANY),
    NOT_IMPLEMENTED(Category.NOT_IMPLEMENTED),
    NOT_YET_VISIBLE(Category.UNAVAILABLE),
    UNAVAILABLE(Category.UNAVAILABLE),
    NODE_OFFLINE(Category.UNAVAILABLE),
    TIMED_OUT(Category.UNAVAILABLE),
    ENGINE_FAILED(Category.EXTERNAL),
    STEP_TIMED_OUT(Category.EXTERNAL),
    STEP_NOT_ACKNOWLEDGED(Category.EXTERNAL),
    EXECUTION_TIMED_OUT(Category.EXTERNAL),
    CANCELLED(Category.CONFLICT),
    MALFORMED_MESSAGE(Category.INVALID),
    UNKNOWN_MESSAGE_TYPE(Category.INVALID),
    MESSAGE_TOO_LARGE(Category.TOO_LARGE),
    WRONG_NODE(Category.FORBIDDEN),
    NOT_REGISTERED(Category.CONFLICT),
    ALREADY_REGISTERED(Category.CONFLICT),
    @JsonEnumDefaultValue
    INTERNAL(Category.INTERNAL);

    /** What kind of refusal it is; the edge turns it into an HTTP status in one place. */
    public enum Category {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        CAPACITY(409),
        PRECONDITION(412),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA(415),
        UNPROCESSABLE(422),
        TOO_MANY(429),
        INTERNAL(500),
        NOT_IMPLEMENTED(501),
        EXTERNAL(502),
        UNAVAILABLE(503);

        private final int httpStatus;

        Category(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }

    private final Category category;

    RejectionCode(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
