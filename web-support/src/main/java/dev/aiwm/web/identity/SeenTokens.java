package dev.aiwm.web.identity;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.ConcurrentLruCache;

/**
 * Checks the signature of a token when it is first seen, and its times always. A client sends the
 * same token with each of its requests, and reading it anew was a tenth of a short one.
 */
final class SeenTokens implements JwtDecoder {
    private static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> times;
    private final ConcurrentLruCache<String, Jwt> seen;

    SeenTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> times) {
        this.decoder = decoder;
        this.times = times;
        this.seen = new ConcurrentLruCache<>(MOST, decoder::decode);
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = seen.get(token);
        if (!times.validate(known).hasErrors()) {
            return known;
        }
        seen.remove(token);
        return decoder.decode(token);
    }
}
