package dev.aiwm.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "10m, 2026-01-31T07:50:00Z",
        "PT1H, 2026-01-31T07:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
    })
    void a_moment_is_an_instant_or_how_long_ago(String text, Instant moment) {
        assertThat(Moments.parse("at", text, NOW)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999999d",
                "99999999999999d",
                "-999999999d",
                "999999999999999999999d",
                "9223372036854775807d",
                "P106751991167300D",
                "-999999999-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-01-01T00:00:00Z",
                "+1000000001-01-01T00:00:00Z",
                "soon",
                "1000",
                "",
            })
    void what_nobody_can_count_to_is_refused(String text) {
        assertThatThrownBy(() -> Moments.parse("at", text, NOW))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(RejectionCode.VALIDATION_FAILED))
                .hasMessageStartingWith("?at must be");
    }
}
