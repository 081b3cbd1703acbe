package dev.aiwm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class TokensTest {
    private static final Map<String, Object> CLAIMS =
            Map.of("sub", "u9", "orgId", "o9", "roles", List.of("operator"));
    private static Edge edge;

    @BeforeAll
    static void start() {
        edge = Edge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static String signed(String secret, Map<String, Object> claims, Object... more)
            throws JOSEException {
        var set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        set.claim("exp", Instant.now().plusSeconds(60).getEpochSecond());
        for (int i = 0; i < more.length; i += 2) {
            set.claim((String) more[i], more[i + 1]);
        }
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static Edge.Answer with(String token) {
        return edge.anonymous("GET", "/api/samples/caller", "Authorization", "Bearer " + token);
    }

    private static Edge.Answer metrics(String token) {
        return edge.anonymous("GET", "/metrics", "Authorization", "Bearer " + token);
    }

    @Test
    void a_token_of_an_identity_provider_that_shares_the_secret_is_good() throws JOSEException {
        var answer = with(signed(Edge.SECRET, CLAIMS));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("user").asString()).isEqualTo("u9");
        assertThat(answer.json().path("org").asString()).isEqualTo("o9");
    }

    @Test
    void a_token_for_another_audience_is_refused() throws JOSEException {
        assertThat(with(signed(Edge.SECRET, CLAIMS, "aud", "node-gateway")).status())
                .isEqualTo(401);
        assertThat(with(signed(Edge.SECRET, CLAIMS, "aud", "aiwm-api")).status()).isEqualTo(200);
    }

    @Test
    void other_keys_expired_tokens_and_nonsense_are_refused() throws JOSEException {
        assertThat(with(signed(Edge.SECRET + "!", CLAIMS)).status()).isEqualTo(401);
        assertThat(with(signed(Edge.SECRET, CLAIMS, "exp", 1_000)).status()).isEqualTo(401);
        assertThat(with(signed(Edge.SECRET, Map.of("orgId", "o"))).status()).isEqualTo(401);
        assertThat(with(signed(Edge.SECRET, Map.of("sub", "u"))).status()).isEqualTo(401);
        assertThat(with("nonsense").status()).isEqualTo(401);
        assertThat(with("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1Iiwib3JnSWQiOiJvIn0.").status())
                .isEqualTo(401);
    }

    private static String altered(String claim, Object value) throws JOSEException {
        var claims = new HashMap<>(CLAIMS);
        claims.put(claim, value);
        return signed(Edge.SECRET, claims);
    }

    @Test
    void a_claim_of_another_kind_than_text_is_refused_and_never_read_as_text()
            throws JOSEException {
        for (Object odd : List.of(7, true, List.of("o9"), Map.of("id", "o9"))) {
            assertThat(with(altered("orgId", odd)).status()).as("orgId %s", odd).isEqualTo(401);
        }
        for (Object odd : List.of(7, true, Map.of("admin", true), List.of("operator", 7))) {
            assertThat(with(altered("roles", odd)).status()).as("roles %s", odd).isEqualTo(401);
        }
        assertThat(with(altered("roles", "operator admin")).status()).isEqualTo(200);
    }

    @Test
    void any_issuer_that_has_the_secret_is_good_but_not_before_its_time() throws JOSEException {
        long now = Instant.now().getEpochSecond();

        assertThat(with(altered("iss", "https://login.example")).status()).isEqualTo(200);
        assertThat(with(altered("nbf", now - 10)).status()).isEqualTo(200);
        assertThat(with(altered("nbf", now + 3_600)).status()).isEqualTo(401);
    }

    @Test
    void a_token_that_never_ends_is_refused() throws JOSEException {
        assertThat(with(signed(Edge.SECRET, CLAIMS, "exp", null)).status()).isEqualTo(401);
    }

    @Test
    void open_paths_do_not_mind_a_bad_token() {
        assertThat(edge.anonymous("GET", "/api/health", "Authorization", "Bearer x").status())
                .isEqualTo(200);
    }

    @Test
    void metrics_need_the_role_admin_unless_they_are_opened() {
        assertThat(edge.anonymous("GET", "/metrics").status()).isEqualTo(401);
        assertThat(metrics(edge.token()).code()).isEqualTo("FORBIDDEN");
        assertThat(metrics(edge.token("operator")).status()).isEqualTo(403);
        assertThat(metrics(edge.token("admin")).body()).contains("jvm_memory_used_bytes");
        try (Edge open = Edge.start("--aiwm.web.open-metrics=true")) {
            assertThat(open.anonymous("GET", "/metrics").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%6detrics",
                "/%6Detric%73",
                "/%61pi/samples/time",
                "/a%70i/samples/5",
                "/%61pi",
                "/api%2Fsamples/time",
                "/%61pi;a=b/samples/time",
                "//api/samples/time",
                "/x/../api/samples/time",
                "/%2561pi/samples/time"
            })
    void another_spelling_of_a_path_does_not_open_it(String path) {
        assertThat(edge.anonymous("GET", path).status()).isIn(400, 401);
    }

    @Test
    void what_is_open_or_named_in_a_path_may_be_percent_encoded() {
        assertThat(edge.anonymous("GET", "/%61pi/he%61lth").status()).isEqualTo(200);
        assertThat(edge.anonymous("GET", "/caf%C3%A9%20.js").status()).isEqualTo(404);
        assertThat(edge.get("/api/samples/%35").json().path("number").asInt()).isEqualTo(5);
    }

    @Test
    void a_secret_is_made_once_and_only_for_its_owner(@TempDir Path data) throws IOException {
        String token;
        try (Edge first = Edge.startIn(data)) {
            token = first.token();
        }
        try (Edge second = Edge.startIn(data)) {
            assertThat(
                            second.anonymous(
                                            "GET",
                                            "/api/samples/caller",
                                            "Authorization",
                                            "Bearer " + token)
                                    .status())
                    .isEqualTo(200);
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("jwt-secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_process_among_others_does_not_make_its_own_secret(@TempDir Path data) {
        assertThatThrownBy(() -> Edge.startIn(data, "--aiwm.store=jdbc").close())
                .hasRootCauseMessage(
                        "JWT_SECRET is not set (or aiwm.jwt-secret): user tokens cannot be"
                                + " checked");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_short_secret_stops_the_start(CapturedOutput output) {
        assertThatThrownBy(() -> Edge.start("--aiwm.jwt-secret=short").close())
                .rootCause()
                .hasMessageContaining("at least 32 bytes");
        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
    }

    @Test
    void a_store_that_is_left_empty_is_the_embedded_one(@TempDir Path data) {
        Edge.startIn(data, "--aiwm.store=").close();
        assertThat(data).isNotEmptyDirectory();
    }
}
