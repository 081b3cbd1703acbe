package dev.aiwm.query.audit;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.web.request.TrailParameters;

import org.springframework.stereotype.Component;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.time.Instant;
import java.util.List;

/** Events as histories show them. Even a reference to a secret is shown as the mask. */
@Component
class Entries {
    private final JsonMapper json;

    Entries(JsonMapper json) {
        this.json =
                json.rebuild()
                        .addModule(new SimpleModule("masks").addSerializer(new Mask()))
                        .build();
    }

    JsonNode tree(Object view) {
        return view == null ? null : json.valueToTree(view);
    }

    String line(Object value) {
        return json.writeValueAsString(value);
    }

    TrailEntry entry(LoggedEvent event, List<FieldChange> changes) {
        Subject subject = Subject.of(event);
        return new TrailEntry(
                event.position().toString(),
                event.timestamp(),
                subject.kind(),
                subject.id(),
                event.payload().getClass().getSimpleName(),
                event.sequence(),
                event.eventId(),
                text(event, MetadataKeys.ACTOR),
                null,
                text(event, MetadataKeys.ORIGIN),
                text(event, MetadataKeys.ORG),
                reasonIn(tree(event.payload())),
                text(event, MetadataKeys.CORRELATION_ID),
                text(event, MetadataKeys.CAUSATION_ID),
                changes);
    }

    static String text(LoggedEvent event, String key) {
        Object value = event.metadata().get(key);
        return value == null ? null : value.toString();
    }

    private static String reasonIn(JsonNode payload) {
        JsonNode reason = payload.path("reason");
        if (reason.isString()) {
            return reason.stringValue();
        }
        JsonNode failure = payload.path("failure");
        JsonNode message = failure.path("message");
        return message.isString() ? message.stringValue() : failure.path("code").stringValue(null);
    }

    static boolean matches(TrailParameters wish, LoggedEvent event) {
        return (wish.types().isEmpty()
                        || wish.types().contains(event.payload().getClass().getSimpleName()))
                && (wish.actor() == null || wish.actor().equals(text(event, MetadataKeys.ACTOR)))
                && isWithin(wish, event.timestamp());
    }

    static boolean isWithin(TrailParameters wish, Instant time) {
        return (wish.from() == null || !time.isBefore(wish.from()))
                && (wish.to() == null || !time.isAfter(wish.to()));
    }

    private static final class Mask extends StdSerializer<SecretRef> {
        private Mask() {
            super(SecretRef.class);
        }

        @Override
        public void serialize(SecretRef value, JsonGenerator out, SerializationContext context) {
            out.writeString(SecretRef.MASK.value());
        }
    }
}
