package dev.aiwm.command.outbox;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSkipped;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.protocol.StepData;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.IndexProjection;
import dev.aiwm.support.projection.IndexWrites;

import org.bson.Document;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What events do to the outbox: a command is there from its dispatch until its attempt has ended,
 * whether or not the node has acknowledged it, so that an agent that lost what it acknowledged gets
 * it again with its next registration.
 */
final class OutboxProjection {
    static final String NODE = "nodeId";
    private static final String EXECUTION = "executionId";
    private static final String MESSAGE_ID = "messageId";
    private static final String SUBJECT_TYPE = "subjectType";
    private static final String SUBJECT_ID = "subjectId";
    private static final String DATA = "data";
    private static final String CORRELATION = "correlationId";
    private static final String ORG = "org";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .build();

    private OutboxProjection() {}

    static IndexProjection definition() {
        return new IndexProjection(
                "outbox",
                1,
                List.of(ExecutionEvent.class),
                OutboxProjection::on,
                List.of(CollectionIndex.on(NODE), CollectionIndex.on(EXECUTION)));
    }

    static void on(LoggedEvent logged, IndexWrites writes) {
        Object event = logged.payload();
        if (event instanceof StepDispatched dispatched) {
            writes.put(key(dispatched, dispatched.step()), fields(dispatched, logged.metadata()));
        } else if (event instanceof StepSucceeded ended) {
            writes.remove(key(ended, ended.step()));
        } else if (event instanceof StepRetryScheduled ended) {
            writes.remove(key(ended, ended.step()));
        } else if (event instanceof StepFailed ended) {
            writes.remove(key(ended, ended.step()));
        } else if (event instanceof StepSkipped ended) {
            writes.remove(key(ended, ended.step()));
        } else if (event instanceof StepCompensated ended) {
            writes.remove(key(ended, ended.step()));
        } else if (event instanceof StepCompensationFailed ended) {
            writes.remove(key(ended, ended.step()));
        } else if (event instanceof ExecutionSucceeded
                || event instanceof ExecutionFailed
                || event instanceof ExecutionCancelled) {
            writes.removeAll(EXECUTION, ((ExecutionEvent) event).executionId().value());
        }
    }

    private static String key(ExecutionEvent event, int step) {
        return OutboxMessage.keyOf(event.executionId().value(), step);
    }

    private static Map<String, Object> fields(StepDispatched event, Map<String, Object> metadata) {
        var data =
                new StepData(
                        event.executionId(),
                        event.step(),
                        event.attempt(),
                        event.compensation(),
                        event.dueAt(),
                        event.command());
        var fields = new HashMap<String, Object>();
        fields.put(NODE, event.nodeId().value());
        fields.put(EXECUTION, event.executionId().value());
        fields.put(MESSAGE_ID, messageId(event));
        fields.put(SUBJECT_TYPE, event.subject().type());
        fields.put(SUBJECT_ID, event.subject().id());
        fields.put(DATA, JSON.writeValueAsString(data));
        fields.put(CORRELATION, metadata.get(MetadataKeys.CORRELATION_ID));
        fields.put(ORG, metadata.get(MetadataKeys.ORG));
        return fields;
    }

    private static String messageId(StepDispatched event) {
        String kind = event.compensation() ? "undo" : "do";
        return key(event, event.step()) + "/" + kind + "/" + event.attempt();
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
                document.getString(ORG));
    }
}
