package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Set;

class WhatIfOverRestTest extends RestTest {
    private static final String PATH = "/api/audit/what-if";

    @Test
    void the_past_is_replayed_and_nothing_happens() {
        var from = Instant.now();
        var node =
                rest.post("/api/resources", Rest.container("once", "")).expect(201).at("/nodeId");
        var head = rest.bean(EventLog.class).head();

        var view = rest.post(PATH, "{\"from\":\"" + from + "\",\"policy\":\"pack\"}").expect(200);
        assertThat(view.json().get("requests").asInt()).isEqualTo(1);
        assertThat(view.at("/policy")).isEqualTo("pack");

        var without = "{\"from\":\"" + from + "\",\"removeNodes\":[\"" + node + "\"]}";
        var moved = rest.post(PATH, without).expect(200);
        assertThat(moved.at("/outcomes/0/was")).isEqualTo(node);
        assertThat(moved.at("/outcomes/0/wouldBe")).isNotEmpty().isNotEqualTo(node);

        assertThat(rest.bean(EventLog.class).read(head, 100))
                .noneMatch(event -> event.payload() instanceof CapacityReserved);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        rest.post(PATH, "{}").expect(400);
        rest.post(PATH, "{\"from\":\"2026-01-01T00:00:00Z\",\"policy\":\"best\"}").expect(400);
        rest.post(PATH, "{\"from\":\"2026-01-01T00:00:00Z\",\"quota\":1}").expect(400);
        var negative = "\"quotas\":{\"org-1\":{\"gpus\":-1}}";
        rest.post(PATH, "{\"from\":\"2026-01-01T00:00:00Z\"," + negative + "}").expect(400);
        rest.post(PATH, "{\"from\":\"2099-01-01T00:00:00Z\"}").expect(400);
        assertRefused("\"removeNodes\":[\"a\",\"a b\"]", "/removeNodes/1");
        assertRefused("\"removeNodes\":[\"" + "a".repeat(65) + "\"]", "/removeNodes/0");
        assertRefused("\"addNodes\":[{\"nodeId\":\"a b\",\"like\":\"c\"}]", "/addNodes/0/nodeId");
        assertRefused("\"addNodes\":[{\"nodeId\":\"a\",\"like\":\"?\"}]", "/addNodes/0/like");
        var member = new Caller("user-2", "org-2", Set.of());
        rest.as(member, "POST", PATH, "{\"from\":\"2026-01-01T00:00:00Z\"}").expect(403);
    }

    private static void assertRefused(String part, String pointer) {
        var refused = rest.post(PATH, "{\"from\":\"2026-01-01T00:00:00Z\"," + part + "}");
        assertThat(refused.expect(400).at("/errors/0/pointer")).isEqualTo(pointer);
    }
}
