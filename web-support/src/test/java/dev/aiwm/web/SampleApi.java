package dev.aiwm.web;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.web.correlation.CorrelationId;
import dev.aiwm.web.health.HealthPart;
import dev.aiwm.web.health.PartHealth;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;
import dev.aiwm.web.request.ListParameters;
import dev.aiwm.web.request.Prefer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Uses everything that the edge offers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SampleApi {
    static volatile boolean wheelsFail;

    record Part(@Max(10) int size, OsImage image) {}

    record Sample(@NotBlank String name, List<@Valid Part> parts, Double ratio) {}

    @Bean
    HealthPart wheels() {
        return new HealthPart() {
            @Override
            public String name() {
                return "wheels";
            }

            @Override
            public PartHealth check() {
                if (wheelsFail) {
                    throw new IllegalStateException("password=hunter2");
                }
                return PartHealth.up(Map.of("turning", 4));
            }
        };
    }

    @RestController
    @RequestMapping("/api/samples")
    static class Samples {

        @GetMapping
        Map<String, Object> list(ListParameters list, @RequestParam(required = false) String name) {
            return Map.of("page", list.page(), "limit", list.limit(), "sort", list.sort());
        }

        @PostMapping
        Sample create(@RequestBody @Valid Sample sample) {
            return sample;
        }

        @GetMapping("/{number}")
        Map<String, Object> one(@PathVariable int number) {
            return Map.of("number", number);
        }

        @GetMapping("/time")
        Map<String, Object> time() {
            return Map.of("at", Instant.ofEpochSecond(1));
        }

        @GetMapping("/caller")
        Map<String, Object> caller(Caller caller) {
            return Map.of(
                    "user", caller.userId(),
                    "org", caller.orgId(),
                    "correlationId", CorrelationId.current());
        }

        @PostMapping("/change")
        Map<String, Object> change(IfMatch ifMatch, Prefer prefer) {
            return Map.of(
                    "expected", ifMatch.expectedSequence(), "wait", prefer.patience().toSeconds());
        }

        @GetMapping("/taken")
        void taken() {
            throw new Rejection(
                    RejectionCode.GPU_TAKEN,
                    "GPU-0 is held by another",
                    Map.of("holder", "674a1b2c3d4e5f6a7b8c9d0e", "status", "not ours"));
        }

        @GetMapping("/broken")
        void broken() {
            throw new IllegalStateException("password=hunter2");
        }

        @GetMapping("/later")
        CompletableFuture<Map<String, Object>> later(Caller caller) {
            return CompletableFuture.supplyAsync(
                    () -> Map.of("user", caller.userId()),
                    CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
        }

        @GetMapping("/slow")
        CompletableFuture<String> slow() {
            return new CompletableFuture<>();
        }
    }
}
