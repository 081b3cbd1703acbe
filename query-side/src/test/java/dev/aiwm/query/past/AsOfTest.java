package dev.aiwm.query.past;

import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.enrolled;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.node.event.NodeUncordoned;
import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceRelabelled;
import dev.aiwm.contracts.resource.event.ResourceRenamed;
import dev.aiwm.query.Events;
import dev.aiwm.query.Program;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What was answered live is compared with what is answered as of then, at many random instants. */
class AsOfTest {
    private static final int INSTANTS = Integer.getInteger("aiwm.test.instants", 25);
    private static final int EVENTS_BETWEEN = Integer.getInteger("aiwm.test.events", 60);
    private static final int REMEMBERED_WHOLE = 100;
    private static final int ASKED_AT_ONCE = 4;
    private static final long PATIENCE = 30_000_000_000L;
    private static final List<NodeId> NODES =
            List.of(NodeId.of("node-1"), NodeId.of("node-2"), NodeId.of("node-3"));

    @TempDir Path data;

    private final Random random = new Random(Long.getLong("aiwm.test.seed", 5));
    private final List<ResourceId> resources = new ArrayList<>();
    private Program program;

    private record Heard(Position position, Instant at, Map<String, Object> answers) {}

    @Test
    void every_answer_can_be_had_again_for_ever() {
        var heard = new ArrayList<Heard>();
        try (var running = Program.start(data)) {
            program = running;
            NODES.forEach(node -> program.happened(node, enrolled(node), connected(node)));
            for (int i = 0; i < INSTANTS; i++) {
                int events = 1 + random.nextInt(EVENTS_BETWEEN);
                for (int j = 0; j < events; j++) {
                    somethingHappens();
                }
                program.settled();
                heard.add(listen());
            }
            heard.subList(0, INSTANTS / 5).forEach(this::isHeardAgain);
            kept();
            heard.forEach(this::isHeardAgain);
        }
        try (var again = Program.start(data)) {
            program = again;
            heard.forEach(this::isHeardAgain);
        }
    }

    private void kept() {
        var archive = program.bean(Archive.class);
        long whole = Archive.segmentsUpTo(program.bean(EventLog.class).head());
        long deadline = System.nanoTime() + PATIENCE;
        while (archive.segments() < whole) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private void somethingHappens() {
        ResourceId some =
                resources.isEmpty() ? null : resources.get(random.nextInt(resources.size()));
        NodeId node = NODES.get(random.nextInt(NODES.size()));
        switch (random.nextInt(some == null ? 2 : 9)) {
            case 0, 1 -> isCreated();
            case 2 -> program.happened(some, deploying(some), started(some));
            case 3 -> program.happened(some, new ResourceRenamed(some, "n" + random.nextInt(50)));
            case 4 ->
                    program.happened(
                            some,
                            new ResourceRelabelled(
                                    some, Map.of("team", random.nextBoolean() ? "ml" : "ops")));
            case 5 -> program.happened(some, new ResourceDeleted(some, ExecutionId.random()));
            case 6 -> program.happened(node, new NodeCordoned(node, "why not"));
            case 7 -> program.happened(node, new NodeUncordoned(node));
            default -> program.happened(node, new CapacityReleased(node, some, "gone"));
        }
    }

    private void isCreated() {
        var id = ResourceId.random();
        NodeId node = NODES.get(random.nextInt(NODES.size()));
        var owner = new Owner(random.nextInt(4) == 0 ? "org-2" : Program.ORG, "user-1");
        program.happened(
                node,
                new CapacityReserved(
                        node, id, "r", Events.claims(), Instant.parse("2030-01-01T00:00:00Z")));
        program.happened(id, created(id, "n" + random.nextInt(50), owner, Map.of("team", "ml")));
        resources.add(id);
    }

    private List<String> questions() {
        var questions =
                new ArrayList<>(
                        List.of(
                                "/api/resources?limit=500",
                                "/api/resources?limit=7&sort=-updatedAt,name&includeDeleted=true",
                                "/api/resources?status=running,queued&limit=5&sort=name",
                                "/api/resources?label=team=ops&name=n1*&page=2&limit=2",
                                "/api/nodes?limit=2&sort=-updatedAt",
                                "/api/nodes/node-1/allocations",
                                "/api/nodes/node-2",
                                "/api/fleet"));
        while (!resources.isEmpty() && questions.size() < 8 + ASKED_AT_ONCE) {
            questions.add("/api/resources/" + resources.get(random.nextInt(resources.size())));
        }
        return questions;
    }

    private Heard listen() {
        var answers = new LinkedHashMap<String, Object>();
        for (String question : questions()) {
            JsonNode answer = answer(question);
            answers.put(question, remembered(answer));
            if (answer.hasNonNull("nextCursor")) {
                String more = question.replaceFirst("&page=2", "");
                more += "&cursor=" + answer.get("nextCursor").asString();
                answers.put(more, remembered(answer(more)));
            }
        }
        Instant now = Instant.now();
        while (Instant.now().toEpochMilli() == now.toEpochMilli()) {
            Thread.onSpinWait();
        }
        return new Heard(program.bean(EventLog.class).head(), now, answers);
    }

    /** A thousand lists do not fit in memory: of many answers there is what tells them apart. */
    private static Object remembered(JsonNode answer) {
        return INSTANTS > REMEMBERED_WHOLE ? (Object) answer.hashCode() : answer;
    }

    private JsonNode answer(String question) {
        var answer = program.get(question);
        assertThat(answer.status()).as(question + answer.response().body()).isIn(200, 404);
        return answer.status() == 404 ? answer.body().get("code") : answer.body();
    }

    private void isHeardAgain(Heard heard) {
        heard.answers()
                .forEach(
                        (question, answer) -> {
                            String glue = question.contains("?") ? "&" : "?";
                            String then = question + glue + "position=" + heard.position();
                            assertThat(remembered(answer(then))).as(then).isEqualTo(answer);
                        });
        assertThat(answer("/api/fleet?at=" + heard.at()).get("position").asString())
                .isEqualTo(heard.position().toString());
    }
}
