package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Marked secrets go in through every door, with the most talkative log there is, and are then
 * looked for in every place that outlives or leaves the process. What is no secret goes the same
 * ways and must be found in each of those places: a search that finds nothing proves nothing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoSecretIsFoundAnywhereTest {
    private static final String MARK = "m4rk5ecretq7";
    private static final Needle SECRET = Needle.of(MARK);
    private static final Needle PLAIN = Needle.of(SecretDoors.PLAIN);
    private static final String NODE = "talkative";

    private static final Map<String, String> OPERATOR =
            Map.of(
                    "AIWM_ADMIN_PASSWORD", MARK + "-admin",
                    "JWT_SECRET", MARK + "-signs-what-users-show-and-is-long",
                    "AIWM_MASTER_KEY", MARK + "-locks-what-the-vault-keeps-and-is-long",
                    "AIWM_PROOF_KEY", MARK + "-signs-what-the-log-holds-and-is-long",
                    "LOGGING_LEVEL_ROOT", "debug");

    @TempDir static Path folder;

    private static final List<String> ISSUED = new ArrayList<>();
    private static Product product;
    private static SecretDoors doors;
    private static String streamed;

    @BeforeAll
    static void send_secrets_through_every_door() {
        product = Product.start(folder.resolve("data"), OPERATOR, List.of());
        var api = Api.login(product.url(), MARK + "-admin");
        ISSUED.add(api.token());
        doors = new SecretDoors(api, MARK);
        try (var node = SimulatedNode.enrol(api, NODE, folder);
                var follower = Follower.of(api)) {
            ISSUED.add(node.token());
            doors.resources(NODE);
            doors.refusals();
            doors.identities();
            doors.reads();
            Awaitility.await("the stream has told of the last change")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> follower.text().contains(doors.lastExecution()));
            streamed = follower.text();
            ISSUED.add(doors.repeatedNodeToken());
        }
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void no_answer_tells_a_secret() {
        assertThat(doors.answers()).filteredOn(SECRET::isIn).isEmpty();
        assertThat(doors.answers()).filteredOn(PLAIN::isIn).hasSizeGreaterThan(5);
    }

    @Test
    @Order(2)
    void no_stream_tells_a_secret() {
        assertThat(SECRET.isIn(streamed)).isFalse();
        assertThat(PLAIN.isIn(streamed)).isTrue();
    }

    @Test
    @Order(3)
    void no_log_line_tells_a_secret_however_talkative_the_log() {
        var logs = List.of(product.output().split("\n"));
        assertThat(logs).filteredOn(SECRET::isIn).isEmpty();
        assertThat(logs).filteredOn(PLAIN::isIn).isNotEmpty();
        assertThat(logs).filteredOn(line -> line.contains("DEBUG")).isNotEmpty();
    }

    @Test
    @Order(4)
    void no_file_holds_a_secret_while_the_program_runs() {
        assertThat(SECRET.filesOf(folder)).isEmpty();
        assertThat(namesOf(PLAIN.filesOf(folder)))
                .contains("data/events/log.log", "data/documents/documents.mv", "data.log")
                .anyMatch(name -> name.startsWith(NODE + "/agent/" + NODE + "/simulated/objects/"));
    }

    @Test
    @Order(5)
    void no_file_holds_a_token_that_was_given_out() {
        for (var token : ISSUED) {
            var signature = token.substring(token.lastIndexOf('.') + 1);
            assertThat(Needle.of(signature).filesOf(folder)).isEmpty();
        }
    }

    @Test
    @Order(6)
    void no_file_holds_a_secret_after_the_program_has_ended() {
        product.stop();
        assertThat(SECRET.filesOf(folder)).isEmpty();
        assertThat(namesOf(PLAIN.filesOf(folder)))
                .contains("data/events/log.data", "data/documents/documents.mv");
    }

    private static List<String> namesOf(List<Path> files) {
        return files.stream().map(file -> folder.relativize(file).toString()).toList();
    }
}
