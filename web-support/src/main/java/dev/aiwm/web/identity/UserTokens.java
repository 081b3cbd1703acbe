package dev.aiwm.web.identity;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import javax.crypto.SecretKey;

/** Makes and checks the tokens of users. */
public final class UserTokens {
    /** Tokens for anything else, such as those of nodes, name another audience. */
    public static final String AUDIENCE = "aiwm-api";

    private static final String ISSUER = "aiwm";

    private final JwtEncoder encoder;
    private final SecretKey key;
    private final Clock clock;

    UserTokens(SecretKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
        this.encoder = NimbusJwtEncoder.withSecretKey(key).algorithm(MacAlgorithm.HS256).build();
    }

    public String issue(Caller caller, Duration validFor) {
        Instant now = clock.instant();
        var claims =
                JwtClaimsSet.builder()
                        .issuer(ISSUER)
                        .audience(List.of(AUDIENCE))
                        .subject(caller.userId())
                        .claim(Caller.ORG_CLAIM, caller.orgId())
                        .claim(Caller.ROLES_CLAIM, caller.roles().stream().sorted().toList())
                        .issuedAt(now)
                        .expiresAt(now.plus(validFor))
                        .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    JwtDecoder decoder() {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
        var timestamps = new JwtTimestampValidator(Duration.ofSeconds(5));
        timestamps.setClock(clock);
        timestamps.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        List.<OAuth2TokenValidator<Jwt>>of(timestamps, UserTokens::isForUs)));
        return new SeenTokens(decoder, timestamps);
    }

    /**
     * An identity provider that shares the secret may leave the audience out; one that names
     * another audience means someone else. Whoever has the secret may issue. What is to be a name
     * is never read out of anything else: two kinds of claim could read as the same name.
     */
    private static OAuth2TokenValidatorResult isForUs(Jwt token) {
        List<String> audience = token.getAudience();
        if (audience != null && !audience.isEmpty() && !audience.contains(AUDIENCE)) {
            return refused("The token is for another audience");
        }
        if (!isName(token.getSubject())) {
            return refused("The token names no user");
        }
        if (!isName(token.getClaim(Caller.ORG_CLAIM))) {
            return refused("The token names no organisation");
        }
        return areRoles(token.getClaim(Caller.ROLES_CLAIM))
                ? OAuth2TokenValidatorResult.success()
                : refused("The roles of the token are no names");
    }

    private static boolean isName(Object claim) {
        return claim instanceof String text && !text.isBlank();
    }

    private static boolean areRoles(Object claim) {
        return claim == null
                || claim instanceof String
                || claim instanceof Collection<?> roles
                        && roles.stream().allMatch(String.class::isInstance);
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
    }
}
