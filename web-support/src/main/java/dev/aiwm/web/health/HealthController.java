package dev.aiwm.web.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;

@RestController
@RequestMapping("/api/health")
@Tag(name = "Health")
class HealthController {
    private static final int NOT_READY = 503;
    private final HealthCheck health;
    private final Clock clock;

    HealthController(HealthCheck health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getHealth",
            summary = "Health of the process and of each of its parts",
            description = "Answers 503 when a part is down.")
    ResponseEntity<HealthView> all() {
        return answer(health.check());
    }

    @GetMapping("/ready")
    @Operation(
            operationId = "getReadiness",
            summary = "May requests be sent here",
            description = "Answers 503 when a part is down.")
    ResponseEntity<HealthView> ready() {
        return answer(health.check());
    }

    @GetMapping("/live")
    @Operation(
            operationId = "getLiveness",
            summary = "Does the process run; no outage of anything else makes this fail")
    ResponseEntity<HealthView> live() {
        return answer(HealthView.of(clock.instant(), List.of()));
    }

    private static ResponseEntity<HealthView> answer(HealthView view) {
        return ResponseEntity.status(view.isReady() ? 200 : NOT_READY)
                .cacheControl(CacheControl.noStore())
                .body(view);
    }
}
