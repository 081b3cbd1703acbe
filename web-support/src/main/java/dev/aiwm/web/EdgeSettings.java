package dev.aiwm.web;

import dev.aiwm.web.defaults.Bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Limits of the REST edge, below {@code aiwm.web}.
 *
 * @param maxBody largest request body
 * @param requestTimeout when a request is given up, time that the client itself wants to wait aside
 * @param longestWait what {@code Prefer: wait} is cut down to
 * @param openMetrics let {@code /metrics} be read without a token
 * @param allowedOrigins web pages of other hosts that may call the API from a browser
 */
@ConfigurationProperties("aiwm.web")
public record EdgeSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("30s") Duration requestTimeout,
        @DefaultValue("60s") Duration longestWait,
        @DefaultValue("false") boolean openMetrics,
        @DefaultValue List<String> allowedOrigins) {

    /** As browsers say it, or any. */
    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^/?#\\s@]+");

    public EdgeSettings {
        Bounds.positive("aiwm.web.max-body", maxBody.toBytes());
        Bounds.positive("aiwm.web.request-timeout", requestTimeout);
        Bounds.notNegative("aiwm.web.longest-wait", longestWait);
        allowedOrigins =
                allowedOrigins.stream().map(String::strip).filter(o -> !o.isEmpty()).toList();
        for (String origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "aiwm.web.allowed-origins: "
                                + origin
                                + " is no origin like https://pages.example:8443");
            }
        }
    }
}
