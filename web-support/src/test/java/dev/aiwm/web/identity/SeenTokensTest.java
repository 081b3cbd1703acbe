package dev.aiwm.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

import javax.crypto.spec.SecretKeySpec;

class SeenTokensTest {
    private static final Caller CALLER = new Caller("user", "org", Set.of("admin"));

    private final MovedClock clock = new MovedClock();
    private final UserTokens tokens =
            new UserTokens(key("this key is long enough for it, yes"), clock);
    private final JwtDecoder decoder = tokens.decoder();

    @Test
    void a_token_is_read_once() {
        String token = tokens.issue(CALLER, Duration.ofHours(1));

        assertThat(decoder.decode(token)).isSameAs(decoder.decode(token));
    }

    @Test
    void a_token_that_was_seen_expires_all_the_same() {
        String token = tokens.issue(CALLER, Duration.ofHours(1));
        decoder.decode(token);

        clock.now = clock.now.plus(Duration.ofMinutes(61));

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void a_token_of_another_key_is_refused_each_time() {
        String token =
                new UserTokens(key("another key, and long enough as well"), clock)
                        .issue(CALLER, Duration.ofHours(1));

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    private static SecretKeySpec key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
