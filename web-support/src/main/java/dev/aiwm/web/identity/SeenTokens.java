package dev.aiwm.web.identity;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks the signature of a token when it is first seen, and its times always. A client sends the
 * same token with each of its requests, and reading it anew was a tenth of a short one.
 */
final class SeenTokens implements JwtDecoder {
    private static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> times;
    private final Map<String, Jwt> seen = Collections.synchronizedMap(new Newest());

    SeenTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> times) {
        this.decoder = decoder;
        this.times = times;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = seen.get(token);
        if (known != null && !times.validate(known).hasErrors()) {
            return known;
        }
        seen.remove(token);
        Jwt checked = decoder.decode(token);
        seen.put(token, checked);
        return checked;
    }

    private static final class Newest extends LinkedHashMap<String, Jwt> {
        private static final long serialVersionUID = 1;

        Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Jwt> eldest) {
            return size() > MOST;
        }
    }
}
