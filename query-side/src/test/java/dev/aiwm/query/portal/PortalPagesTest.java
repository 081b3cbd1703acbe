package dev.aiwm.query.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.query.Program;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class PortalPagesTest {
    @TempDir static Path data;
    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(data);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void anyone_may_open_the_page_and_it_is_asked_for_anew() {
        var page = program.getAs(null, "/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "connect-src 'self';");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("ETag")).isNotNull();
        assertThat(program.getAs(null, "/", "If-None-Match", page.header("ETag")).status())
                .isEqualTo(304);
    }

    @Test
    void an_address_inside_the_page_leads_to_the_page() {
        assertThat(program.getAs(null, "/a/page/of/nodes").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?utm=1", "/?", "/index.html?utm=1&b", "/a/page/of/nodes?utm=1"})
    void whoever_links_to_a_page_may_add_what_they_like(String address) {
        var page = program.getAs(null, address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void the_api_knows_its_parameters() {
        assertThat(program.get("/resources?utm=1").status()).isEqualTo(400);
        assertThat(program.get("/api/resources?utm=1").status()).isEqualTo(400);
    }

    @Test
    void what_is_not_there_is_not_a_page() {
        assertThat(program.get("/api/nothing").status()).isEqualTo(404);
        assertThat(program.getAs(null, "/nothing.js").status()).isEqualTo(404);
        assertThat(program.getAs(null, "/assets/nothing").status()).isEqualTo(404);
    }

    @Test
    void the_paths_of_the_api_stay_the_api() {
        assertThat(program.get("/resources").body().get("items").isArray()).isTrue();
        assertThat(program.getAs(null, "/resources").status()).isEqualTo(401);
    }
}
