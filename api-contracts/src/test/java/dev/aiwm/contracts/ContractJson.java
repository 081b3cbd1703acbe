package dev.aiwm.contracts;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The settings with which events are stored: strict on what is missing, tolerant of the rest. */
final class ContractJson {
    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .build();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private ContractJson() {}

    static String pretty(Object value) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        return MAPPER.writer().with(printer).writeValueAsString(value) + "\n";
    }
}
