package dev.aiwm.command.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.command.vault.Vault;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.UnpairedSurrogates;
import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.Envelope;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.resource.config.EnvironmentValue;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Messages of the node channel as text. What agents send is read tolerantly where it is more than
 * we know, and strictly where something is missing. What is written has secrets in the place of
 * their references.
 */
final class ChannelJson {
    private static final int LONGEST_ID = 200;

    private final JsonMapper reader;
    private final JsonMapper writer;

    ChannelJson(Vault vault) {
        reader =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                        .build();
        writer =
                JsonMapper.builder()
                        .changeDefaultPropertyInclusion(
                                inclusion ->
                                        inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .addModule(
                                new SimpleModule()
                                        .addSerializer(
                                                SecretRef.class,
                                                new RevealedSecrets.OfReference(vault))
                                        .addSerializer(
                                                EnvironmentValue.class,
                                                new RevealedSecrets.OfVariable(vault)))
                        .build();
    }

    /** What no UTF-8 exists for is escaped: sent as it is it would break the line for all. */
    String write(
            String type, String messageId, Instant at, ResourceRef resource, ControllerData data) {
        return UnpairedSurrogates.escapedIn(
                writer.writeValueAsString(new Envelope(type, messageId, at, resource, data)));
    }

    Incoming read(String text) {
        JsonNode message = parse(text);
        String messageId = textOf(message, "messageId");
        String type = textOf(message, "type");
        if (messageId == null || messageId.length() > LONGEST_ID || type == null) {
            throw new MessageRefusal(
                    null, RejectionCode.MALFORMED_MESSAGE, "type and messageId are required");
        }
        Class<? extends AgentData> dataType =
                MessageType.fromAgent(type)
                        .orElseThrow(
                                () ->
                                        new MessageRefusal(
                                                messageId,
                                                RejectionCode.UNKNOWN_MESSAGE_TYPE,
                                                "agents send no such message"));
        try {
            reader.treeToValue(message.path("timestamp"), Instant.class);
            AgentData data = reader.treeToValue(message.path("data"), dataType);
            if (data == null) {
                throw new MessageRefusal(
                        messageId, RejectionCode.MALFORMED_MESSAGE, "data is required");
            }
            return new Incoming(type, messageId, data);
        } catch (JacksonException e) {
            throw new MessageRefusal(messageId, RejectionCode.MALFORMED_MESSAGE, faultIn(e));
        }
    }

    private JsonNode parse(String text) {
        JsonNode message;
        try {
            message = reader.readTree(text);
        } catch (JacksonException e) {
            throw new MessageRefusal(
                    null, RejectionCode.MALFORMED_MESSAGE, "the message is not JSON");
        }
        if (!message.isObject()) {
            throw new MessageRefusal(
                    null, RejectionCode.MALFORMED_MESSAGE, "the message is not an object");
        }
        return message;
    }

    private static String textOf(JsonNode message, String field) {
        JsonNode value = message.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    /** Names the place only: the text of the fault would quote the message. */
    private static String faultIn(JacksonException fault) {
        String path =
                fault.getPath().stream()
                        .map(
                                step ->
                                        step.getPropertyName() == null
                                                ? String.valueOf(step.getIndex())
                                                : step.getPropertyName())
                        .collect(Collectors.joining("."));
        String where = path.isEmpty() ? "data" : "data." + path;
        return fault.getCause() instanceof NullPointerException missing
                ? "in " + where + ": " + missing.getMessage()
                : where + " is missing or cannot be read";
    }
}
