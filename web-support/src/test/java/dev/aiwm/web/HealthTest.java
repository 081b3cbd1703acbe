package dev.aiwm.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.web.health.HealthProbe;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;

class HealthTest {
    private Edge edge;

    @BeforeEach
    void start() {
        edge = Edge.start();
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void health_shows_its_parts() {
        var answer = edge.anonymous("GET", "/api/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("up");
        var part = answer.json().path("parts").path(0);
        assertThat(part.path("name").asString()).isEqualTo("wheels");
        assertThat(part.path("status").asString()).isEqualTo("up");
        assertThat(part.path("details").path("turning").asInt()).isEqualTo(4);
    }

    @Test
    void a_part_that_is_down_or_fails_makes_the_process_not_ready_but_leaves_it_live() {
        SampleApi.wheelsFail = true;
        try {
            var answer = edge.anonymous("GET", "/api/health/ready");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("status").asString()).isEqualTo("down");
            assertThat(answer.body()).doesNotContain("hunter2");
            assertThat(edge.anonymous("GET", "/api/health/live").status()).isEqualTo(200);
            assertThat(probed(edge.port())).isEqualTo(1);
        } finally {
            SampleApi.wheelsFail = false;
        }
    }

    @Test
    void the_description_of_the_api_is_open() {
        var document = edge.anonymous("GET", "/api-docs.json");

        assertThat(document.status()).as(document.body()).isEqualTo(200);
        assertThat(document.json().path("openapi").asString()).startsWith("3.1");
        assertThat(document.json().path("paths").has("/api/samples")).isTrue();
        assertThat(document.json().path("components").path("schemas").has("Problem")).isTrue();
        var page = edge.anonymous("GET", "/api-docs");
        assertThat(page.status()).isEqualTo(302);
        assertThat(edge.anonymous("GET", page.header("Location")).body()).contains("swagger-ui");
    }

    @Test
    void a_probe_without_a_shell_says_what_the_server_says() throws IOException {
        assertThat(probed(edge.port())).isZero();
        try (var socket = new ServerSocket(0)) {
            int nobody = socket.getLocalPort();
            socket.close();
            assertThat(probed(nobody)).isEqualTo(1);
        }
    }

    private static int probed(int port) {
        return HealthProbe.status(Map.of("PORT", String.valueOf(port)));
    }
}
