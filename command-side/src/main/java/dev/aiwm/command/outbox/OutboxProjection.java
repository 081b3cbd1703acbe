package dev.aiwm.command.outbox;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionPriorityChanged;
import dev.aiwm.contracts.execution.event.ExecutionRetried;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSkipped;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.protocol.StepData;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.IndexProjection;
import dev.aiwm.support.projection.IndexWrites;

import org.bson.Document;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What events do to the outbox: a command is there from its dispatch until its attempt has ended,
 * whether or not the node has acknowledged it, so that an agent that lost what it acknowledged gets
 * it again with its next registration. Beside it stands whether the node has acknowledged it, and
 * the priority of an execution that was changed while it had commands out.
 */
final class OutboxProjection {
    static final String NODE = "nodeId";
    private static final String EXECUTION = "executionId";
    static final String MESSAGE_ID = "messageId";
    private static final String SUBJECT_TYPE = "subjectType";
    private static final String SUBJECT_ID = "subjectId";
    private static final String DATA = "data";
    private static final String CORRELATION = "correlationId";
    private static final String ORG = "org";
    private static final String PRIORITY = "priority";
    private static final String QUEUED_AT = "queuedAt";
    private static final String TAKEN = "/taken";
    private static final String PRIORITY_OF = "priority/";
    private static final String PLANNED = "planned/";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .build();

    private OutboxProjection() {}

    static IndexProjection definition() {
        return new IndexProjection(
                "outbox",
                4,
                List.of(ExecutionEvent.class),
                OutboxProjection::on,
                List.of(CollectionIndex.on(NODE), CollectionIndex.on(EXECUTION)));
    }

    static void on(LoggedEvent logged, IndexWrites writes) {
        Object event = logged.payload();
        if (event instanceof StepDispatched dispatched) {
            var message = message(dispatched, logged);
            writes.put(message.key(), fields(message));
        } else if (event instanceof StepAcknowledged taken) {
            writes.put(
                    takenKey(key(taken, taken.step())),
                    Map.of(EXECUTION, taken.executionId().value()));
        } else if (event instanceof ExecutionStarted started
                && started.action() == ResourceAction.CUSTOM) {
            planned(writes, started);
        } else if (event instanceof ExecutionRetried retried) {
            planned(writes, retried);
        } else if (event instanceof ExecutionPriorityChanged changed) {
            writes.put(
                    priorityKey(changed.executionId().value()),
                    Map.of(EXECUTION, changed.executionId().value(), PRIORITY, changed.priority()));
        } else if (event instanceof StepSucceeded ended) {
            ended(writes, ended, ended.step());
        } else if (event instanceof StepRetryScheduled ended) {
            ended(writes, ended, ended.step());
        } else if (event instanceof StepFailed ended) {
            ended(writes, ended, ended.step());
        } else if (event instanceof StepSkipped ended) {
            ended(writes, ended, ended.step());
        } else if (event instanceof StepCompensated ended) {
            ended(writes, ended, ended.step());
        } else if (event instanceof StepCompensationFailed ended) {
            ended(writes, ended, ended.step());
        } else if (event instanceof ExecutionSucceeded
                || event instanceof ExecutionFailed
                || event instanceof ExecutionCancelled) {
            writes.removeAll(EXECUTION, ((ExecutionEvent) event).executionId().value());
        }
    }

    private static void ended(IndexWrites writes, ExecutionEvent event, int step) {
        writes.remove(key(event, step));
        writes.remove(takenKey(key(event, step)));
    }

    /** By a user; nothing else is retried. */
    private static void planned(IndexWrites writes, ExecutionEvent event) {
        String execution = event.executionId().value();
        writes.put(plannedKey(execution), Map.of(EXECUTION, execution));
    }

    static String plannedKey(String executionId) {
        return PLANNED + executionId;
    }

    /** What is there, under this key, while the node has the command of the key. */
    static String takenKey(String key) {
        return key + TAKEN;
    }

    static String priorityKey(String executionId) {
        return PRIORITY_OF + executionId;
    }

    private static String key(ExecutionEvent event, int step) {
        return OutboxMessage.keyOf(event.executionId().value(), step);
    }

    static OutboxMessage message(StepDispatched event, LoggedEvent logged) {
        var data =
                new StepData(
                        event.executionId(),
                        event.step(),
                        event.attempt(),
                        event.compensation(),
                        event.dueAt(),
                        event.command(),
                        event.following());
        String key = key(event, event.step());
        String kind = event.compensation() ? "undo" : "do";
        return new OutboxMessage(
                key,
                logged.position().value(),
                event.nodeId().value(),
                key + "/" + kind + "/" + event.attempt(),
                event.subject(),
                data,
                (String) logged.metadata().get(MetadataKeys.CORRELATION_ID),
                (String) logged.metadata().get(MetadataKeys.ORG),
                event.priority(),
                logged.timestamp());
    }

    private static Map<String, Object> fields(OutboxMessage message) {
        var fields = new HashMap<String, Object>();
        fields.put(NODE, message.nodeId());
        fields.put(EXECUTION, message.data().executionId().value());
        fields.put(MESSAGE_ID, message.messageId());
        fields.put(SUBJECT_TYPE, message.subject().type());
        fields.put(SUBJECT_ID, message.subject().id());
        fields.put(DATA, JSON.writeValueAsString(message.data()));
        fields.put(CORRELATION, message.correlationId());
        fields.put(ORG, message.org());
        fields.put(PRIORITY, message.priority());
        fields.put(QUEUED_AT, message.queuedAt().toEpochMilli());
        return fields;
    }

    static OutboxMessage message(Document document) {
        return new OutboxMessage(
                document.getString("_id"),
                document.getLong("position"),
                document.getString(NODE),
                document.getString(MESSAGE_ID),
                new ResourceRef(document.getString(SUBJECT_TYPE), document.getString(SUBJECT_ID)),
                JSON.readValue(document.getString(DATA), StepData.class),
                document.getString(CORRELATION),
                document.getString(ORG),
                document.getInteger(PRIORITY),
                Instant.ofEpochMilli(document.getLong(QUEUED_AT)));
    }

    static int priority(Document changed) {
        return changed.getInteger(PRIORITY);
    }
}
