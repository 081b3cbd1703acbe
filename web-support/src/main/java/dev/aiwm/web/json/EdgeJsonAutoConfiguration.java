package dev.aiwm.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.module.SimpleModule;

import java.time.Instant;

/**
 * JSON as clients see it: strict in what it takes, so that a misspelt field is refused instead of
 * ignored; without nulls, except where a view says that a null is part of the answer.
 */
@AutoConfiguration(
        beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
class EdgeJsonAutoConfiguration {

    @Bean
    JsonMapperBuilderCustomizer edgeJson() {
        return json -> {
            json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            json.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
            json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
            // what is missing is found by validation, after what is misspelt has been named
            json.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
            json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
            json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
            json.changeDefaultPropertyInclusion(
                    before -> before.withValueInclusion(JsonInclude.Include.NON_NULL));
            json.addModule(
                    new SimpleModule("aiwm-edge")
                            .addSerializer(Instant.class, new MillisecondInstants())
                            .setDeserializerModifier(new KnownEnumsOnly()));
        };
    }
}
