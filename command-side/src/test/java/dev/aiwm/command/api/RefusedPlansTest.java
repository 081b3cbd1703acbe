package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Set;

class RefusedPlansTest extends PlanTest {
    private static final Caller STRANGER = new Caller("u9", "o9", Set.of());

    @Test
    void what_makes_removes_or_resizes_is_refused_with_its_place() {
        for (String action :
                new String[] {
                    "container.create",
                    "vm.create",
                    "container.delete",
                    "vm.resize",
                    "vm.snapshot",
                    "deployment.create"
                }) {
            refused(
                    plan(pull(), step(action, "")),
                    422,
                    "INVALID_PLAN",
                    "/steps/1/action",
                    "USE_RESOURCE_API");
        }
        refused(
                plan(step("container.exec", "")),
                422,
                "INVALID_PLAN",
                "/steps/0/action",
                "LIVE_CALL");
        refused(
                plan(step("make.coffee", "")),
                422,
                "INVALID_PLAN",
                "/steps/0/action",
                "UNKNOWN_ACTION");
        String undo = ", \"compensation\": {\"action\": \"vm.delete\", \"data\": {}}";
        refused(
                plan(stop(undo)),
                422,
                "INVALID_PLAN",
                "/steps/0/compensation/action",
                "USE_RESOURCE_API");
    }

    @Test
    void an_order_that_makes_no_sense_is_refused_with_its_place() {
        refused(
                plan(named("a", "\"b\""), named("b", "\"a\"")),
                422,
                "INVALID_PLAN",
                "/steps/1/dependsOn/0",
                "CYCLE");
        refused(
                plan(named("a", "\"z\"")),
                422,
                "INVALID_PLAN",
                "/steps/0/dependsOn/0",
                "UNKNOWN_STEP");
        refused(
                plan(named("a", ""), named("a", "")),
                422,
                "INVALID_PLAN",
                "/steps/1/name",
                "DUPLICATE");
    }

    @Test
    void nodes_and_resources_must_be_known_and_belong_together() {
        refused(
                plan(stop("").replace(node, "nowhere")),
                422,
                "INVALID_PLAN",
                "/steps/0/nodeId",
                "UNKNOWN_NODE");
        refused(
                plan(stop("").replace(resource, "0".repeat(24))),
                422,
                "INVALID_PLAN",
                "/steps/0/data/resourceId",
                "NOT_FOUND");
        String other = node.equals("gpu-1") ? Rest.EXAMPLE_NODE : "gpu-1";
        refused(
                plan(stop("").replace(node, other)),
                422,
                "INVALID_PLAN",
                "/steps/0/data/resourceId",
                "WRONG_NODE");
        refused(
                plan(stop("").replace("container.stop", "vm.stop")),
                422,
                "INVALID_PLAN",
                "/steps/0/action",
                "NOT_FOR_THIS_TYPE");
        var foreign = rest.as(STRANGER, "POST", PATH, plan(stop(""))).expect(422);
        assertThat(foreign.at("/errors/0/pointer")).isEqualTo("/steps/0/data/resourceId");
        assertThat(foreign.at("/errors/0/code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void what_does_not_hold_what_it_computes_with_is_not_started() {
        String releasing =
                Rest.container("auto-releasing", "")
                        .replace("\"config\"", "\"computeWhenStopped\": \"release\", \"config\"");
        var made = rest.post("/api/resources", releasing, "Prefer", "wait=20").expect(201);
        String start =
                step("container.start", "")
                        .replace(resource, made.at("/_id"))
                        .replace(node, made.at("/nodeId"));

        refused(
                plan(start),
                422,
                "INVALID_PLAN",
                "/steps/0/data/resourceId",
                "NO_CONFIRMED_CLAIMS");
    }

    @Test
    void shape_and_limits_are_told() {
        refused(
                plan(stop(", \"colour\": 1")),
                400,
                "UNKNOWN_FIELD",
                "/steps/0/colour",
                "UNKNOWN_FIELD");
        refused(
                plan(stop("").replace("\"resourceId\"", "\"thing\": 1, \"resourceId\"")),
                422,
                "INVALID_PLAN",
                "/steps/0/data/thing",
                "UNKNOWN_FIELD");
        refused(
                plan(stop(", \"timeoutSeconds\": 86401")),
                422,
                "INVALID_PLAN",
                "/steps/0/timeoutSeconds",
                "OUT_OF_RANGE");
        refused(
                plan(stop(", \"retry\": {\"max\": 11}")),
                422,
                "INVALID_PLAN",
                "/steps/0/retry/max",
                "OUT_OF_RANGE");
        String[] many = new String[101];
        Arrays.setAll(many, i -> stop(""));
        refused(plan(many), 422, "INVALID_PLAN", "/steps", "OUT_OF_RANGE");
        refused("{\"name\": \"x\", \"steps\": []}", 400, "VALIDATION_FAILED", "/steps", null);
    }

    @Test
    void pauses_and_grace_periods_have_limits() {
        for (String delay : new String[] {"initialDelayMs", "maxDelayMs"}) {
            refused(
                    plan(stop(", \"retry\": {\"" + delay + "\": 86400001}")),
                    422,
                    "INVALID_PLAN",
                    "/steps/0/retry/" + delay,
                    "OUT_OF_RANGE");
        }
        for (String grace : new String[] {"-1", "3601", "99999999999999999999"}) {
            String said = "\"gracePeriodSeconds\": " + grace + ", \"resourceId\"";
            refused(
                    plan(stop("").replace("\"resourceId\"", said)),
                    422,
                    "INVALID_PLAN",
                    "/steps/0/data/gracePeriodSeconds",
                    "OUT_OF_RANGE");
        }
    }
}
