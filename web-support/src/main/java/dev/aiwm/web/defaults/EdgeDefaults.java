package dev.aiwm.web.defaults;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings that every process with a REST edge starts from; anything else that is set wins. */
final class EdgeDefaults implements EnvironmentPostProcessor, Ordered {
    private static final String NAME = "aiwm-edge-defaults";

    /** What prints bodies, or parts of them, when the log of everything is turned up. */
    private static final List<String> TELLING_BODIES =
            List.of(
                    "method.HandlerMethod",
                    "servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver",
                    "servlet.mvc.method.annotation.HttpEntityMethodProcessor",
                    "servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("server.port", "${PORT:3003}");
        defaults.put("server.tomcat.connection-timeout", "10s");
        // a fleet comes at once, and who finds no room among Tomcat's hundred waits for a second
        defaults.put("server.tomcat.accept-count", "4096");
        // Tomcat's hundred makes a busy client connect anew many times a second
        defaults.put("server.tomcat.max-keep-alive-requests", "10000");
        defaults.put("aiwm.jwt-secret", "${JWT_SECRET:}");
        defaults.put("aiwm.web.allowed-origins", "${ALLOWED_ORIGINS:}");
        defaults.put("logging.pattern.correlation", "[%X{correlationId:-}] ");
        // it warns of what is meant to be: the description of the API is open
        defaults.put("logging.level.org.springdoc.core.events.SpringDocAppInitializer", "ERROR");
        for (String teller : TELLING_BODIES) {
            defaults.put("logging.level.org.springframework.web." + teller, "INFO");
        }
        defaults.put("springdoc.api-docs.path", "/api-docs.json");
        defaults.put("springdoc.api-docs.version", "openapi_3_1");
        defaults.put("springdoc.swagger-ui.path", "/api-docs");
        defaults.put("springdoc.paths-to-match", "/api/**,/metrics");
        defaults.put("springdoc.default-produces-media-type", "application/json");
        defaults.put("springdoc.override-with-generic-response", false);
        if (isStructured(environment.getProperty("AIWM_LOG_FORMAT", ""))) {
            defaults.put("logging.structured.format.console", "ecs");
        }
        environment.getPropertySources().addLast(new MapPropertySource(NAME, defaults));
    }

    private static boolean isStructured(String logs) {
        if (!logs.isBlank() && !logs.equalsIgnoreCase("json")) {
            throw new WrongSetting("AIWM_LOG_FORMAT can be json, or nothing for text");
        }
        return !logs.isBlank();
    }
}
