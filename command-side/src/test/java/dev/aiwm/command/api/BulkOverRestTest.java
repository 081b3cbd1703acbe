package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class BulkOverRestTest extends RestTest {
    private static final String BULK = "/api/resources/bulk";
    private static final String[] WAIT = {"Prefer", "wait=30"};

    /** Of a label of its own, so that tests do not meet. */
    private static String resource(String name, String label) {
        String body = Rest.container(name, "").trim();
        String labelled =
                body.substring(0, body.length() - 1) + ", \"labels\": {\"" + label + "\": \"x\"}}";
        return rest.post("/api/resources", labelled, WAIT).expect(201).at("/_id");
    }

    private static String stop(String rest) {
        return "{\"operation\": {\"action\": \"stop\"}, " + rest + "}";
    }

    @Test
    void what_matches_is_stopped_and_each_resource_has_its_result() {
        String first = resource("auto-bulk-1", "b1");
        String second = resource("auto-bulk-2", "b1");
        String queued =
                rest.post(
                                "/api/resources",
                                Rest.container("queued-bulk", "")
                                        .replace(
                                                "\"config\"",
                                                "\"labels\": {\"b1\": \"x\"}, \"config\""))
                        .expect(201)
                        .at("/_id");

        var answer =
                rest.post(
                                BULK,
                                stop("\"filter\": {\"label\": [\"b1=x\"]}, \"parallelism\": 1"),
                                WAIT)
                        .expect(200);

        assertThat(answer.at("/status")).isEqualTo("failed");
        assertThat(answer.json().path("progress").asInt()).isEqualTo(100);
        assertThat(answer.json().at("/counts/succeeded").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/counts/refused").asInt()).isEqualTo(1);
        assertThat(answer.at("/items/2/resourceId")).isEqualTo(queued);
        assertThat(answer.at("/items/2/error/code")).isEqualTo("OPERATION_IN_PROGRESS");
        assertThat(answer.at("/items/0/resourceId")).isEqualTo(first);
        assertThat(answer.at("/items/1/resourceId")).isEqualTo(second);
        assertThat(answer.header("Location"))
                .isEqualTo("/api/bulk-operations/" + answer.at("/bulkId"));
        assertThat(askedBy(first)).containsExactly("u1/bulk");

        var again =
                rest.post(BULK, stop("\"ids\": [\"" + first + "\", \"" + first + "\"]"), WAIT)
                        .expect(200);
        assertThat(again.at("/status")).isEqualTo("succeeded");
        assertThat(again.json().path("items")).hasSize(1);
        assertThat(again.at("/items/0/status")).isEqualTo("unchanged");
        assertThat(again.json().at("/items/0").has("executionId")).isFalse();
    }

    private static List<String> askedBy(String id) {
        return rest.bean(EventLog.class).readAggregate(ResourceId.of(id).toString()).stream()
                .filter(event -> event.payload() instanceof ResourceStopRequested)
                .map(
                        event ->
                                event.metadata().get(MetadataKeys.ACTOR)
                                        + "/"
                                        + event.metadata().get(MetadataKeys.ORIGIN))
                .toList();
    }

    @Test
    void a_dry_run_shows_what_would_be_asked_and_asks_nothing() {
        String id = resource("auto-dry", "b2");

        var plan =
                rest.post(BULK, stop("\"filter\": {\"label\": [\"b2\"]}, \"dryRun\": true"))
                        .expect(200);

        assertThat(plan.json().path("total").asInt()).isEqualTo(1);
        assertThat(plan.at("/items/0/resourceId")).isEqualTo(id);
        assertThat(plan.at("/items/0/status")).isEqualTo("running");
        assertThat(plan.json().at("/items/0/allowed").asBoolean()).isTrue();
        assertThat(askedBy(id)).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_at_its_place() {
        assertThat(rest.post(BULK, stop("\"filter\": {}")).expect(400).at("/errors/0/pointer"))
                .isEqualTo("/filter");
        assertThat(
                        rest.post(BULK, "{\"operation\": {\"action\": \"stop\"}}")
                                .expect(400)
                                .at("/errors/0/pointer"))
                .isEqualTo("/filter");
        assertThat(rest.post(BULK, stop("\"ids\": [\"x\"]")).expect(400).at("/errors/0/pointer"))
                .isEqualTo("/ids/0");
        assertThat(
                        rest.post(
                                        BULK,
                                        "{\"operation\": {\"action\": \"snapshot\"}, \"filter\":"
                                                + " {\"name\": \"a\"}}")
                                .expect(400)
                                .at("/errors/0/pointer"))
                .isEqualTo("/operation/name");
        rest.post(BULK, "{\"operation\": {\"action\": \"dance\"}, \"ids\": []}").expect(400);
        rest.post(BULK, stop("\"filter\": {\"nodeID\": \"n\"}")).expect(400);
        rest.post(BULK, stop("\"filter\": {\"status\": [\"dreaming\"]}")).expect(400);
        rest.post(BULK, stop("\"filter\": {\"name\": \"a\"}, \"parallelism\": 51")).expect(400);
    }

    @Test
    void what_belongs_to_others_is_neither_found_nor_told_of() {
        String id = resource("auto-mine", "b3");
        var stranger = new Caller("u2", "o2", Set.of());

        var byFilter =
                rest.as(
                                stranger,
                                "POST",
                                BULK,
                                stop("\"filter\": {\"label\": [\"b3\"]}, \"dryRun\": true"))
                        .expect(200);
        assertThat(byFilter.json().path("total").asInt()).isZero();
        rest.as(stranger, "POST", BULK, stop("\"ids\": [\"" + id + "\"]")).expect(404);

        var mine = rest.post(BULK, stop("\"ids\": [\"" + id + "\"]"), WAIT).expect(200);
        rest.as(stranger, "DELETE", "/api/bulk-operations/" + mine.at("/bulkId"), null).expect(404);
        assertThat(
                        rest.delete("/api/bulk-operations/" + mine.at("/bulkId"))
                                .expect(409)
                                .at("/code"))
                .isEqualTo("EXECUTION_ENDED");
    }

    @Test
    void the_rest_is_cancelled_and_what_is_under_way_goes_on() {
        String slow = rest.post("/api/resources", Rest.container("b4-slow", "")).at("/_id");
        String never = rest.post("/api/resources", Rest.container("b4-never", "")).at("/_id");
        String body =
                "{\"operation\": {\"action\": \"delete\"}, \"parallelism\": 1, \"ids\": [\"%s\","
                                .formatted(slow)
                        + " \"%s\"]}".formatted(never);

        var started = rest.post(BULK, body).expect(202);
        String bulk = "/api/bulk-operations/" + started.at("/bulkId");
        var cancelled = rest.delete(bulk).expect(202);

        assertThat(cancelled.at("/status")).isEqualTo("cancelling");
        assertThat(cancelled.at("/items/0/status")).isEqualTo("running");
        assertThat(cancelled.at("/items/1/status")).isEqualTo("cancelled");
        assertThat(rest.delete("/api/resources/" + slow + "?force=true").status()).isIn(200, 202);
        var ended = rest.delete(bulk, WAIT).expect(200);
        assertThat(ended.at("/status")).isEqualTo("cancelled");
        assertThat(ended.at("/items/0/error/code")).isEqualTo("CANCELLED");
    }

    @Test
    void a_repeated_request_is_one_operation() {
        String id = resource("auto-once", "b5");
        String[] key = {"Idempotency-Key", "bulk-once"};

        var first = rest.post(BULK, stop("\"ids\": [\"" + id + "\"]"), key).expect(202);
        var second = rest.post(BULK, stop("\"ids\": [\"" + id + "\"]"), key).expect(202);

        assertThat(second.at("/bulkId")).isEqualTo(first.at("/bulkId"));
    }

    @Test
    void what_an_administrator_does_to_several_organisations_is_seen_by_none_of_them() {
        String mine = resource("auto-several-1", "b6");
        var other = new Caller("u3", "o3", Set.of());
        String theirs =
                rest.as(other, "POST", "/api/resources", Rest.container("auto-several-2", ""), WAIT)
                        .expect(201)
                        .at("/_id");
        var colleague = new Caller("u4", "o1", Set.of());

        var one = rest.post(BULK, stop("\"ids\": [\"" + theirs + "\"]"), WAIT).expect(200);
        var both =
                rest.post(BULK, stop("\"ids\": [\"%s\", \"%s\"]".formatted(mine, theirs)), WAIT)
                        .expect(200);

        assertThat(one.at("/owner/orgId")).isEqualTo("o3");
        rest.as(other, "DELETE", "/api/bulk-operations/" + one.at("/bulkId"), null).expect(409);
        for (var stranger : List.of(other, colleague)) {
            rest.as(stranger, "DELETE", "/api/bulk-operations/" + both.at("/bulkId"), null)
                    .expect(404);
        }
    }
}
