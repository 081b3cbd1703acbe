package dev.aiwm.nodeagent.channel;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.UnpairedSurrogates;
import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.Envelope;
import dev.aiwm.contracts.protocol.MessageType;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Messages of the node channel as text; unknown fields and enum values are read tolerantly. */
public final class Wire {
    /** The mapper of everything that this program writes and reads. */
    public static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private final Clock clock;

    public Wire(Clock clock) {
        this.clock = clock;
    }

    /** What no UTF-8 exists for is escaped: sent as it is it would break the line for all. */
    public String write(String type, ResourceRef resource, AgentData data) {
        var message =
                new Envelope(type, UUID.randomUUID().toString(), clock.instant(), resource, data);
        return UnpairedSurrogates.escapedIn(JSON.writeValueAsString(message));
    }

    /** What came in; throws {@link UnreadableMessage} for what nobody can act on. */
    public static Received read(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            String type = message.path("type").asString("");
            Class<? extends ControllerData> dataType =
                    MessageType.fromController(type)
                            .orElseThrow(() -> new UnreadableMessage("unknown type " + type));
            var data = JSON.treeToValue(message.path("data"), dataType);
            if (data == null) {
                throw new UnreadableMessage("no data in " + type);
            }
            return new Received(
                    type,
                    JSON.treeToValue(message.path("timestamp"), Instant.class),
                    message.path("resource").isObject()
                            ? JSON.treeToValue(message.path("resource"), ResourceRef.class)
                            : null,
                    data);
        } catch (JacksonException e) {
            // the text of such an exception quotes the message, which may hold a secret
            throw new UnreadableMessage(e.getClass().getSimpleName());
        }
    }

    /** A message of the controller; when it was sent by the controller's clock. */
    public record Received(
            String type, Instant sentAt, ResourceRef resource, ControllerData data) {}
}
