package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.outbox.OutboxMessage;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.ContainerStop;
import dev.aiwm.contracts.protocol.StepData;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class NodeQueueTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final int USUAL = ExecutionOptions.USUAL_PRIORITY;

    private final NodeQueue queue = new NodeQueue();
    private long position;

    @Test
    void organisations_take_turns_however_much_each_has() {
        for (int i = 0; i < 10; i++) {
            queue.add(start("big", USUAL));
        }
        queue.add(start("small", USUAL));
        queue.add(start("small", USUAL));

        assertThat(orgs(queue.take(4, Map.of())))
                .containsExactlyInAnyOrder("big", "small", "big", "small");
    }

    @Test
    void who_has_least_under_way_is_next() {
        queue.add(start("busy", USUAL));
        queue.add(start("idle", USUAL));
        queue.add(start("idle", USUAL));

        assertThat(orgs(queue.take(2, Map.of("busy", 3)))).containsExactly("idle", "idle");
    }

    @Test
    void who_has_not_had_a_turn_for_longest_is_next_among_equals() {
        var order = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            List.of("a", "b", "c").forEach(org -> queue.add(start(org, USUAL)));
        }
        for (int i = 0; i < 9; i++) {
            order.addAll(orgs(queue.take(1, Map.of())));
        }
        assertThat(order.subList(0, 3)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(order.subList(3, 6)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(order.subList(6, 9)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void the_highest_priority_goes_first_within_an_organisation_and_then_what_came_first() {
        var usual = start("org", USUAL);
        var alsoUsual = start("org", USUAL);
        var urgent = start("org", 9);
        List.of(alsoUsual, usual, urgent).forEach(queue::add);

        assertThat(queue.take(3, Map.of())).containsExactly(urgent, usual, alsoUsual);
    }

    @Test
    void a_priority_that_was_changed_counts() {
        var first = start("org", USUAL);
        var second = start("org", USUAL);
        queue.add(first);
        queue.add(second);
        queue.prioritise(Map.of(second.data().executionId().value(), 6));

        assertThat(queue.take(1, Map.of())).containsExactly(second);
    }

    @Test
    void what_is_about_one_resource_keeps_its_order_whatever_its_priority() {
        var resource = ResourceId.random();
        var first = message("org", 1, resource, new ContainerStart(resource), false);
        var second = message("org", 9, resource, new ContainerStart(resource), false);
        var other = start("org", USUAL);
        List.of(first, second, other).forEach(queue::add);

        assertThat(queue.take(3, Map.of())).containsExactly(first, second, other);
    }

    @Test
    void what_ends_or_undoes_passes_together_with_what_it_must_not_overtake() {
        var resource = ResourceId.random();
        var before = message("org", USUAL, resource, new ContainerStart(resource), false);
        var stop = message("org", USUAL, resource, new ContainerStop(resource, false, 0), false);
        var after = message("org", USUAL, resource, new ContainerStart(resource), false);
        var undo = message("org", USUAL, resource, new ContainerStart(resource), true);
        var unrelated = start("org", USUAL);
        List.of(unrelated, after, stop, before).forEach(queue::add);

        assertThat(queue.takeUrgent()).containsExactly(before, stop);
        assertThat(queue.takeUrgent()).isEmpty();
        queue.add(undo);
        assertThat(queue.takeUrgent()).containsExactly(after, undo);
        assertThat(queue.all()).containsExactly(unrelated);
    }

    @Test
    void a_node_that_is_full_gets_nothing() {
        queue.add(start("org", USUAL));
        assertThat(queue.take(0, Map.of())).isEmpty();
        assertThat(queue.take(-3, Map.of())).isEmpty();
        assertThat(queue.isEmpty()).isFalse();
    }

    @Test
    void what_is_out_no_more_is_forgotten_but_not_what_is_too_new_to_be_known() {
        var out = start("org", USUAL);
        var over = start("org", USUAL);
        var unknown = start("org", USUAL);
        List.of(out, over, unknown).forEach(queue::add);

        queue.keepOnly(Set.of(out.key()), over.position());

        assertThat(queue.all()).containsExactlyInAnyOrder(out, unknown);
    }

    private OutboxMessage start(String org, int priority) {
        var resource = ResourceId.random();
        return message(org, priority, resource, new ContainerStart(resource), false);
    }

    private OutboxMessage message(
            String org,
            int priority,
            ResourceId resource,
            AgentCommand command,
            boolean compensation) {
        var execution = ExecutionId.random();
        return new OutboxMessage(
                OutboxMessage.keyOf(execution.value(), 0),
                ++position,
                "node",
                "message-" + position,
                new ResourceRef("container", resource.value()),
                new StepData(execution, 0, 1, compensation, NOW.plusSeconds(60), command),
                null,
                org,
                priority,
                NOW);
    }

    private static List<String> orgs(List<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::org).toList();
    }
}
