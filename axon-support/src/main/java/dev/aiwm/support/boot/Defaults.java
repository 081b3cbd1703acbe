package dev.aiwm.support.boot;

import dev.aiwm.support.store.StoreKind;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of the libraries that every process needs; weaker than any configuration file. */
final class Defaults implements EnvironmentPostProcessor, Ordered {
    private static final String LEVEL = "logging.level.";

    /** They tell of each of their parts that starts. */
    private static final List<String> TALKATIVE =
            List.of(
                    "com.zaxxer.hikari",
                    "de.bwaldvogel.mongo",
                    "org.apache.catalina",
                    "org.axonframework",
                    "org.mongodb.driver",
                    "org.springframework");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("axon.timeout.enabled", "false");
        defaults.put("axon.update-check.disabled", "true");
        defaults.put(
                "axon.axonserver.enabled",
                String.valueOf(StoreKind.of(environment) == StoreKind.AXONSERVER));
        if (!environment.getProperty("MONGODB_URI", "").isBlank()) {
            defaults.put("spring.mongodb.uri", "${MONGODB_URI}");
        }
        defaults.put("spring.mongodb.representation.uuid", "standard");
        defaults.put("spring.data.mongodb.representation.big-decimal", "decimal128");
        // an id that nobody knows is a rejection, and no reason for a stack trace
        defaults.put(LEVEL + "org.axonframework.modelling.command.AbstractRepository", "error");
        // the in-process server says of each index that it has none
        defaults.put(LEVEL + "de.bwaldvogel.mongo.backend.AbstractMongoDatabase", "ERROR");
        if (environment.getProperty(LEVEL + "root") == null) {
            TALKATIVE.forEach(library -> defaults.put(LEVEL + library, "WARN"));
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("aiwm axon-support", defaults));
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
