package dev.aiwm.command.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.command.IssueNodeToken;
import dev.aiwm.support.messaging.Rejections;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.crypto.SecretKey;

/** Node tokens as signed JWTs: subject is the node, the id is what the node may revoke. */
final class SignedNodeTokens implements NodeTokens {
    static final String AUDIENCE = "node-gateway";
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final long PATIENCE_SECONDS = 10;
    private static final String ISSUED_AT = "iat";
    private static final String EXPIRES_AT = "exp";

    private final SecretKey key;
    private final CommandGateway commands;
    private final Clock clock;

    SignedNodeTokens(SecretKey key, CommandGateway commands, Clock clock) {
        this.key = key;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public IssuedToken issue(NodeId node, Duration validFor, String description) {
        if (validFor.toSeconds() < 1 || validFor.compareTo(LONGEST) > 0) {
            throw new Rejection(
                    RejectionCode.VALIDATION_FAILED,
                    "a token is good for 1 second to " + LONGEST.toSeconds() + " seconds",
                    Map.of("expiresIn", validFor.toSeconds()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plusSeconds(validFor.toSeconds());
        String tokenId = UUID.randomUUID().toString();
        remember(new IssueNodeToken(node, tokenId, expiresAt, description));
        var claims =
                new JWTClaimsSet.Builder()
                        .subject(node.value())
                        .audience(AUDIENCE)
                        .jwtID(tokenId)
                        .claim(ISSUED_AT, now.getEpochSecond())
                        .claim(EXPIRES_AT, expiresAt.getEpochSecond())
                        .build();
        return new IssuedToken(node, tokenId, signed(claims), expiresAt, validFor.toSeconds());
    }

    private void remember(IssueNodeToken command) {
        try {
            commands.sendAndWait(command, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (CommandExecutionException e) {
            throw Rejections.in(e).orElseThrow(() -> e);
        }
    }

    private String signed(JWTClaimsSet claims) {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key does not fit HS256", e);
        }
        return token.serialize();
    }

    @Override
    public VerifiedToken verify(String token) {
        try {
            var parsed = SignedJWT.parse(token);
            boolean genuine =
                    JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())
                            && parsed.verify(new MACVerifier(key));
            if (!genuine) {
                throw refused("the token is not one of ours");
            }
            return read(parsed.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused("the token cannot be read");
        }
    }

    private VerifiedToken read(JWTClaimsSet claims) {
        boolean complete =
                claims.getAudience().contains(AUDIENCE)
                        && claims.getSubject() != null
                        && claims.getJWTID() != null
                        && claims.getExpirationTime() != null;
        if (!complete) {
            throw refused("the token is not for the node gateway");
        }
        Instant expiresAt = claims.getExpirationTime().toInstant();
        if (!expiresAt.isAfter(clock.instant())) {
            throw refused("the token has expired");
        }
        return new VerifiedToken(NodeId.of(claims.getSubject()), claims.getJWTID(), expiresAt);
    }

    private static Rejection refused(String why) {
        return new Rejection(RejectionCode.UNAUTHENTICATED, why);
    }
}
