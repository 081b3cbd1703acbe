package dev.aiwm.query.stream;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.springframework.stereotype.Component;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.nio.charset.StandardCharsets;

/** Events as bytes of the stream. Even a reference to a secret is shown as the mask. */
@Component
class Frames {
    static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.US_ASCII);

    private final JsonMapper json;

    Frames(JsonMapper json) {
        this.json =
                json.rebuild()
                        .addModule(new SimpleModule("masks").addSerializer(new Mask()))
                        .build();
    }

    /** What a client is told first: how long to wait before it comes back, and where it is. */
    static byte[] welcome(Position after) {
        return ("retry: 2000\n: following after " + after + "\n\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    byte[] of(LoggedEvent event) {
        return ("id: "
                        + event.position()
                        + "\ndata: "
                        + json.writeValueAsString(view(event))
                        + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ChangeView view(LoggedEvent event) {
        Object payload = event.payload();
        return new ChangeView(
                event.position().toString(),
                event.timestamp(),
                Entity.of(payload).map(Entity::wire).orElse(null),
                Entity.idOf(payload),
                payload.getClass().getSimpleName(),
                event.sequence(),
                text(event, MetadataKeys.ACTOR),
                text(event, MetadataKeys.CORRELATION_ID),
                payload);
    }

    private static String text(LoggedEvent event, String key) {
        Object value = event.metadata().get(key);
        return value == null ? null : value.toString();
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
