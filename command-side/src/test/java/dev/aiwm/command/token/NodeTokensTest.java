package dev.aiwm.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.aiwm.command.testing.RecordingCommands;
import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.command.IssueNodeToken;
import dev.aiwm.web.identity.DerivedKeys;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class NodeTokensTest {
    private static final NodeId NODE = NodeId.of("gpu-1");
    private static final SecretKey SECRET =
            new SecretKeySpec(
                    "a secret of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8),
                    "HmacSHA256");

    private final SettableClock clock = SettableClock.atNoon();
    private final RecordingCommands commands = new RecordingCommands();
    private final SecretKey key = new DerivedKeys(SECRET).keyFor("node tokens");
    private final NodeTokens tokens = new SignedNodeTokens(key, commands, clock);

    @Test
    void a_token_names_its_node_until_it_expires() {
        var issued = tokens.issue(NODE, Duration.ofHours(1), "first");

        var verified = tokens.verify(issued.token());

        assertThat(verified)
                .isEqualTo(new VerifiedToken(NODE, issued.tokenId(), issued.expiresAt()));
        clock.advance(Duration.ofHours(1));
        assertRefused(issued.token());
    }

    @Test
    void the_node_remembers_which_tokens_were_made() {
        var issued = tokens.issue(NODE, Duration.ofHours(1), "first");

        assertThat(commands.next(IssueNodeToken.class))
                .isEqualTo(new IssueNodeToken(NODE, issued.tokenId(), issued.expiresAt(), "first"));
    }

    @Test
    void a_node_that_is_not_there_gets_no_token() {
        commands.answering(
                command -> {
                    throw new Rejection(RejectionCode.NOT_FOUND, "no such node", Map.of());
                });

        assertThatThrownBy(() -> tokens.issue(NODE, Duration.ofHours(1), null))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        e -> assertThat(e.code()).isEqualTo(RejectionCode.NOT_FOUND));
    }

    @Test
    void a_token_is_never_good_for_ever_or_for_nothing() {
        for (Duration validFor :
                new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(99_999)}) {
            assertThatThrownBy(() -> tokens.issue(NODE, validFor, null))
                    .isInstanceOfSatisfying(
                            Rejection.class,
                            e -> assertThat(e.code()).isEqualTo(RejectionCode.VALIDATION_FAILED));
        }
    }

    @Test
    void what_was_not_signed_with_the_key_of_node_tokens_is_refused() throws Exception {
        var claims =
                new JWTClaimsSet.Builder()
                        .subject(NODE.value())
                        .audience(SignedNodeTokens.AUDIENCE)
                        .jwtID("made-up")
                        .claim("exp", clock.instant().getEpochSecond() + 60)
                        .build();
        assertRefused(signed(claims, SECRET));
        assertThat(tokens.verify(signed(claims, key)).nodeId()).isEqualTo(NODE);
    }

    @Test
    void a_token_that_lacks_anything_or_is_no_token_is_refused() throws Exception {
        var nothing = new JWTClaimsSet.Builder().build();
        var otherAudience =
                new JWTClaimsSet.Builder()
                        .subject(NODE.value())
                        .audience("aiwm-api")
                        .jwtID("id")
                        .claim("exp", clock.instant().getEpochSecond() + 60)
                        .build();
        var noEnd =
                new JWTClaimsSet.Builder()
                        .subject(NODE.value())
                        .audience(SignedNodeTokens.AUDIENCE)
                        .jwtID("id")
                        .build();
        for (String token :
                new String[] {
                    signed(nothing, key),
                    signed(otherAudience, key),
                    signed(noEnd, key),
                    "",
                    "a.b.c"
                }) {
            assertRefused(token);
        }
    }

    @Test
    void a_token_is_not_printed() {
        var issued = tokens.issue(NODE, Duration.ofHours(1), null);

        assertThat(issued.toString()).doesNotContain(issued.token());
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        e -> assertThat(e.code()).isEqualTo(RejectionCode.UNAUTHENTICATED));
    }

    private static String signed(JWTClaimsSet claims, SecretKey key) throws Exception {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }
}
