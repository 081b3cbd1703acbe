package dev.aiwm.support.projection;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.node.ledger.Allocation;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A state as the text of its document. Read tolerantly: what a newer program wrote can be read, and
 * what an older one left out is absent.
 */
public final class StateJson<S> {
    private static final JsonMapper PLAIN =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .build();

    private static final JsonMapper JSON =
            PLAIN.rebuild()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(
                                            Allocation.class,
                                            new RememberedText<>(
                                                    PLAIN.writerFor(Allocation.class))))
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

    byte[] encode(S state) {
        return writer.writeValueAsBytes(state);
    }

    S decode(byte[] text) {
        return reader.readValue(text);
    }
}
