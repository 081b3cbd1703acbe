package dev.aiwm.web.metrics;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.EdgeSettings;
import dev.aiwm.web.identity.Caller;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;

@RestController
@Tag(name = "Health")
class MetricsController {
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String OPEN_METRICS_VERSION =
            OPEN_METRICS + "; version=1.0.0; charset=utf-8";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private final PrometheusMeterRegistry registry;
    private final boolean open;

    MetricsController(PrometheusMeterRegistry registry, EdgeSettings settings) {
        this.registry = registry;
        this.open = settings.openMetrics();
    }

    @GetMapping("/metrics")
    @Operation(
            operationId = "getMetrics",
            summary = "Figures for Prometheus",
            description =
                    "They are of the whole fleet. Needs the role admin, whose token Prometheus"
                            + " sends when `authorization.credentials_file` is set, unless"
                            + " `AIWM_WEB_OPEN_METRICS` is true.")
    ResponseEntity<byte[]> scrape(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept) {
        if (!open) {
            theCallerSeesTheWholeFleet();
        }
        String type = accept != null && accept.contains(OPEN_METRICS) ? OPEN_METRICS_VERSION : TEXT;
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(registry.scrape(type).getBytes(StandardCharsets.UTF_8));
    }

    private static void theCallerSeesTheWholeFleet() {
        Caller.current()
                .orElseThrow(
                        () ->
                                new Rejection(
                                        RejectionCode.UNAUTHENTICATED, "a valid token is needed"))
                .requireAdmin();
    }
}
