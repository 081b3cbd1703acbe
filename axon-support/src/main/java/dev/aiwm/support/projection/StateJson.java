package dev.aiwm.support.projection;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A state as the text of its document. Read tolerantly: what a newer program wrote can be read, and
 * what an older one left out is absent.
 */
public final class StateJson<S> {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .build();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    public StateJson(Class<S> type) {
        this.reader = JSON.readerFor(type);
        this.writer = JSON.writerFor(type);
    }

    public String write(S state) {
        return writer.writeValueAsString(state);
    }

    public S read(String text) {
        return reader.readValue(text);
    }
}
