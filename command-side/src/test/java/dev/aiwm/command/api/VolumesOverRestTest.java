package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.gateway.LiveCalls;
import dev.aiwm.command.gateway.LiveListener;
import dev.aiwm.command.gateway.LiveStream;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.TerminalSize;
import dev.aiwm.contracts.protocol.VolumeCreate;
import dev.aiwm.contracts.protocol.VolumeList;
import dev.aiwm.contracts.protocol.VolumeRemove;
import dev.aiwm.web.identity.Caller;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Primary;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Volumes as they are asked for; the node's agent is played by the test. */
class VolumesOverRestTest {
    private static final Caller USER = new Caller("u3", "o1", Set.of());
    private static final Caller STRANGER = new Caller("u9", "o9", Set.of());
    private static final String PATH = "/api/volumes";
    private static final String OF_NODE = "?nodeId=gpu-1";
    private static final String VOLUME =
            """
            {"name": "%s", "org": %s, "driver": "local", "createdAt": "2026-11-21T10:30:00Z",
             "labels": {"team": "ml"}, "usedBy": [{"container": "db", "resourceId": null}],
             "ofANewerAgent": true}
            """;

    @TempDir static Path data;
    private static Rest rest;
    private static Node node;

    /** Says to every call what it was told to say. */
    @Primary
    static final class Node implements LiveCalls {
        private final List<AgentCommand> asked = new CopyOnWriteArrayList<>();
        private volatile String document;
        private volatile CommandError error;

        @Override
        public LiveStream open(NodeId nodeId, AgentCommand command, LiveListener listener) {
            asked.add(command);
            var stream = new Stream();
            if (document != null) {
                listener.heard(stream, false, document.getBytes(StandardCharsets.UTF_8));
            }
            listener.ended(null, error);
            return stream;
        }
    }

    private static final class Stream implements LiveStream {
        @Override
        public void say(byte[] bytes) {
            throw new AssertionError("a volume hears nothing");
        }

        @Override
        public void endInput() {
            throw new AssertionError("a volume hears nothing");
        }

        @Override
        public void resize(TerminalSize terminal) {
            throw new AssertionError("a volume has no terminal");
        }

        @Override
        public void signal(String name) {
            throw new AssertionError("a volume has no program");
        }

        @Override
        public void consumed(int bytes) {
            assertThat(bytes).isPositive();
        }

        @Override
        public void close() {
            throw new AssertionError("it is over");
        }
    }

    @BeforeAll
    static void start() {
        rest = Rest.start(data, Node.class);
        rest.connectNode("gpu-1");
        node = rest.bean(Node.class);
        node.document = "{\"volumes\": []}";
        Awaitility.await("the node is known where volumes are asked for")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rest.get(PATH + OF_NODE).status() == 200);
    }

    @AfterAll
    static void stop() {
        rest.close();
    }

    @BeforeEach
    void reset() {
        node.asked.clear();
        node.document = null;
        node.error = null;
    }

    @Test
    void an_organisation_sees_its_own_and_an_administrator_all() {
        node.document =
                "{\"volumes\": [%s, %s, %s]}"
                        .formatted(
                                VOLUME.formatted("mine", "\"o1\""),
                                VOLUME.formatted("nobodys", "null"),
                                VOLUME.formatted("theirs", "\"o9\""));

        var mine = rest.as(USER, "GET", PATH + OF_NODE, null).expect(200);
        assertThat(mine.at("/nodeId")).isEqualTo("gpu-1");
        assertThat(mine.json().at("/items")).hasSize(1);
        assertThat(mine.at("/items/0/name")).isEqualTo("mine");
        assertThat(mine.at("/items/0/nodeId")).isEqualTo("gpu-1");
        assertThat(mine.at("/items/0/orgId")).isEqualTo("o1");
        assertThat(mine.at("/items/0/createdAt")).startsWith("2026-11-21T10:30:00");
        assertThat(mine.at("/items/0/labels/team")).isEqualTo("ml");
        assertThat(mine.at("/items/0/usedBy/0/container")).isEqualTo("db");
        assertThat(rest.get(PATH + OF_NODE).expect(200).json().at("/items")).hasSize(3);
        assertThat(node.asked).containsOnly(new VolumeList());
    }

    @Test
    void one_is_made_for_the_organisation_of_who_asks() {
        String body =
                "{\"nodeId\": \"gpu-1\", \"name\": \"pgdata\", \"labels\": {\"team\": \"ml\"}}";
        node.document =
                "{\"made\": true, \"volume\": " + VOLUME.formatted("pgdata", "\"o1\"") + "}";
        var made = rest.as(USER, "POST", PATH, body).expect(201);
        assertThat(made.at("/name")).isEqualTo("pgdata");
        assertThat(node.asked)
                .containsExactly(new VolumeCreate("pgdata", "o1", Map.of("team", "ml")));

        node.document = node.document.replace("\"made\": true", "\"made\": false");
        rest.as(USER, "POST", PATH, body).expect(200);

        node.document = null;
        node.error = new CommandError("VOLUME_TAKEN", "volume 'pgdata' is not yours", false);
        var refused = rest.as(USER, "POST", PATH, body).expect(409);
        assertThat(refused.at("/code")).isEqualTo("VOLUME_TAKEN");
    }

    @Test
    void a_name_that_is_refused_is_told_how_names_are() {
        String rule = "2 to 128 letters, digits, _ . or -";

        var made = rest.post(PATH, "{\"nodeId\": \"gpu-1\", \"name\": \"-x\"}").expect(400);
        var gone = rest.as(USER, "DELETE", PATH + "/-x" + OF_NODE, null).expect(400);

        assertThat(made.at("/errors/0/message")).contains(rule);
        assertThat(gone.at("/errors/0/message")).contains(rule);
    }

    @Test
    void what_is_no_name_or_no_label_does_not_reach_the_node() {
        for (var body :
                List.of(
                        "{\"nodeId\": \"gpu-1\", \"name\": \"../etc\"}",
                        "{\"nodeId\": \"gpu-1\", \"name\": \"/data\"}",
                        "{\"nodeId\": \"gpu-1\"}",
                        "{\"name\": \"pgdata\"}",
                        "{\"nodeId\": \"gpu-1\", \"name\": \"pgdata\", \"size\": 3}",
                        "{\"nodeId\": \"gpu-1\", \"name\": \"pgdata\","
                                + " \"labels\": {\"aiwm.io/org-id\": \"o9\"}}")) {
            rest.as(USER, "POST", PATH, body).expect(400);
        }
        rest.as(USER, "DELETE", PATH + "/x" + OF_NODE, null).expect(400);
        rest.as(USER, "DELETE", PATH + "/pgdata", null).expect(400);
        rest.as(USER, "GET", PATH, null).expect(400);
        assertThat(node.asked).isEmpty();
    }

    @Test
    void one_is_removed_that_is_ones_own_or_by_an_administrator() {
        rest.as(USER, "DELETE", PATH + "/pgdata" + OF_NODE, null).expect(204);
        rest.delete(PATH + "/pgdata" + OF_NODE).expect(204);
        assertThat(node.asked)
                .containsExactly(
                        new VolumeRemove("pgdata", "o1"), new VolumeRemove("pgdata", null));

        node.error = new CommandError("VOLUME_IN_USE", "in use by resource 7", false);
        var inUse = rest.delete(PATH + "/pgdata" + OF_NODE).expect(409);
        assertThat(inUse.at("/code")).isEqualTo("VOLUME_IN_USE");
        assertThat(inUse.at("/detail")).contains("resource 7");
        node.error = new CommandError("VOLUME_NOT_FOUND", "there is no volume", false);
        var none = rest.delete(PATH + "/pgdata" + OF_NODE).expect(404);
        assertThat(none.at("/code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_node_of_others_is_as_if_there_were_none() {
        rest.connectNode("of-o1", false);
        for (var name : List.of("of-o1", "nowhere")) {
            var listed = rest.as(STRANGER, "GET", PATH + "?nodeId=" + name, null).expect(404);
            assertThat(listed.at("/detail")).isEqualTo("there is no node " + name);
            rest.as(STRANGER, "GET", "/api/images?nodeId=" + name, null).expect(404);
            rest.as(STRANGER, "DELETE", PATH + "/pgdata?nodeId=" + name, null).expect(404);
            String body = "{\"nodeId\": \"" + name + "\", \"name\": \"pgdata\"}";
            rest.as(STRANGER, "POST", PATH, body).expect(404);
        }
        assertThat(node.asked).isEmpty();
    }
}
