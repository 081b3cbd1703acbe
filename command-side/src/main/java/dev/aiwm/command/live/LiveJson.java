package dev.aiwm.command.live;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the documents that live calls answer with; a newer agent may say more than is known. */
final class LiveJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private LiveJson() {}

    static <T> T read(byte[] document, Class<T> type) {
        try {
            return JSON.readValue(document, type);
        } catch (JacksonException e) {
            throw new Rejection(
                    RejectionCode.ENGINE_FAILED, "what the node answers makes no sense");
        }
    }
}
