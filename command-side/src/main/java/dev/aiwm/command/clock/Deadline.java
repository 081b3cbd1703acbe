package dev.aiwm.command.clock;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.execution.command.ForceCancellation;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.TimeOutExecution;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSent;
import dev.aiwm.contracts.node.command.ExpireReservation;
import dev.aiwm.contracts.resource.command.RestoreResource;
import dev.aiwm.contracts.resource.command.ReviewClaims;
import dev.aiwm.contracts.resource.event.ResourceRestorationScheduled;
import dev.aiwm.contracts.schedule.command.MeetSchedule;

import org.bson.Document;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Something that is to be done at an instant. Its id is that of what it is about, so that a newer
 * deadline takes the place of an older one.
 *
 * @param dueAt in milliseconds, never before the instant that the event named
 * @param position of the event that set it; 0 before it is stored
 */
record Deadline(
        String id,
        Kind kind,
        long dueAt,
        String subject,
        int step,
        int attempt,
        boolean compensation,
        long position,
        String correlationId) {
    static final String DUE_AT = "dueAt";
    static final String CORRELATION = "correlationId";
    private static final String KIND = "kind";
    private static final String SUBJECT = "subject";
    private static final String STEP = "step";
    private static final String ATTEMPT = "attempt";
    private static final String COMPENSATION = "compensation";
    private static final char BETWEEN = '/';

    /** Longer than any request between its claim and what it claims for. */
    private static final Duration CLAIM_IN_USE_WITHIN = Duration.ofMinutes(1);

    private static final Instant FARTHEST = Instant.parse("9999-12-31T23:59:59Z");

    enum Kind {
        RESERVATION,
        CLAIM,
        EXECUTION,
        STEP,
        RETRY,
        RESTORATION,
        CANCELLATION,
        SCHEDULE
    }

    static String executionId(ExecutionId id) {
        return "execution/" + id.value();
    }

    static String cancellationId(ExecutionId id) {
        return "cancellation/" + id.value();
    }

    static String stepId(ExecutionId id, int step) {
        return "step/" + id.value() + BETWEEN + step;
    }

    static String reservationId(NodeId nodeId, ResourceId resourceId) {
        return "reservation/" + nodeId.value() + BETWEEN + resourceId.value();
    }

    static String scheduleId(ScheduleId id) {
        return "schedule/" + id.value();
    }

    static Deadline schedule(ScheduleId id, Instant at) {
        return of(scheduleId(id), Kind.SCHEDULE, at, id.value(), 0, 0, false);
    }

    static Deadline execution(ExecutionId id, Instant at) {
        return of(executionId(id), Kind.EXECUTION, at, id.value(), 0, 0, false);
    }

    static Deadline cancellation(ExecutionId id, Instant at) {
        return of(cancellationId(id), Kind.CANCELLATION, at, id.value(), 0, 0, false);
    }

    static Deadline step(StepDispatched event) {
        return of(
                stepId(event.executionId(), event.step()),
                Kind.STEP,
                event.dueAt(),
                event.executionId().value(),
                event.step(),
                event.attempt(),
                event.compensation());
    }

    /** The same deadline, later: its time counts from when the command was sent. */
    static Deadline step(StepSent event) {
        return of(
                stepId(event.executionId(), event.step()),
                Kind.STEP,
                event.dueAt(),
                event.executionId().value(),
                event.step(),
                event.attempt(),
                event.compensation());
    }

    static Deadline retry(StepRetryScheduled event) {
        return of(
                stepId(event.executionId(), event.step()),
                Kind.RETRY,
                event.retryAt(),
                event.executionId().value(),
                event.step(),
                event.attempt(),
                event.compensation());
    }

    static Deadline reservation(NodeId nodeId, ResourceId resourceId, Instant at) {
        String subject = nodeId.value() + BETWEEN + resourceId.value();
        return of(reservationId(nodeId, resourceId), Kind.RESERVATION, at, subject, 0, 0, false);
    }

    static String claimId(ResourceId resourceId) {
        return "claim/" + resourceId.value();
    }

    static Deadline claim(ResourceId resourceId, Instant claimedAt) {
        Instant at = claimedAt.plus(CLAIM_IN_USE_WITHIN);
        return of(claimId(resourceId), Kind.CLAIM, at, resourceId.value(), 0, 0, false);
    }

    static String restorationId(ResourceId resourceId) {
        return "restoration/" + resourceId.value();
    }

    static Deadline restoration(ResourceRestorationScheduled event) {
        return of(
                restorationId(event.resourceId()),
                Kind.RESTORATION,
                event.dueAt(),
                event.resourceId().value(),
                0,
                event.attempt(),
                false);
    }

    private static Deadline of(
            String id,
            Kind kind,
            Instant at,
            String subject,
            int step,
            int attempt,
            boolean compensation) {
        return new Deadline(id, kind, millis(at), subject, step, attempt, compensation, 0, null);
    }

    /** Of what is farther away than can be counted: never, and all the others go on. */
    private static long millis(Instant at) {
        if (at.isAfter(FARTHEST)) {
            return Long.MAX_VALUE;
        }
        return at.isBefore(Instant.EPOCH) ? 0 : at.plusNanos(999_999).toEpochMilli();
    }

    Map<String, Object> fields() {
        var fields = new HashMap<String, Object>();
        fields.put(KIND, kind.name());
        fields.put(DUE_AT, dueAt);
        fields.put(SUBJECT, subject);
        fields.put(STEP, step);
        fields.put(ATTEMPT, attempt);
        fields.put(COMPENSATION, compensation);
        return fields;
    }

    static Deadline of(Document stored) {
        return new Deadline(
                stored.getString("_id"),
                Kind.valueOf(stored.getString(KIND)),
                stored.getLong(DUE_AT),
                stored.getString(SUBJECT),
                stored.getInteger(STEP),
                stored.getInteger(ATTEMPT),
                stored.getBoolean(COMPENSATION),
                stored.getLong("position"),
                stored.getString(CORRELATION));
    }

    /** What is to be sent when the time has come; the aggregate ignores it when it is not. */
    Object command() {
        return switch (kind) {
            case EXECUTION -> new TimeOutExecution(ExecutionId.of(subject));
            case STEP -> new TimeOutStep(ExecutionId.of(subject), step, attempt, compensation);
            case RETRY -> new RetryStep(ExecutionId.of(subject), step, attempt);
            case CANCELLATION -> new ForceCancellation(ExecutionId.of(subject));
            case RESERVATION -> expiry();
            case CLAIM -> new ReviewClaims(ResourceId.of(subject));
            case RESTORATION ->
                    new RestoreResource(ResourceId.of(subject), attempt, ExecutionId.random());
            case SCHEDULE -> new MeetSchedule(ScheduleId.of(subject));
        };
    }

    private ExpireReservation expiry() {
        int end = subject.lastIndexOf(BETWEEN);
        return new ExpireReservation(
                NodeId.of(subject.substring(0, end)), ResourceId.of(subject.substring(end + 1)));
    }
}
