package dev.aiwm.command.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.testing.FoldedIndex;
import dev.aiwm.command.testing.TestMongo;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionPriorityChanged;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepProgressed;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSkipped;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.resource.ResourceAction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class KeepingWhatIsToBeSentTest {
    private static final ExecutionId EXECUTION = Samples.execution(1);
    private static final ResourceRef SUBJECT =
            new ResourceRef("container", Samples.resource(1).value());

    private final TestMongo mongo = new TestMongo();
    private final FoldedIndex index =
            new FoldedIndex(OutboxProjection.definition(), mongo.database());
    private final Outbox outbox = new Outbox(index);

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void a_command_is_there_from_its_dispatch_with_all_that_is_to_be_sent() {
        var dispatched = dispatched(0, 1, false);
        happened(dispatched);

        assertThat(outbox.of(List.of(Samples.NODE.value())))
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.type()).isEqualTo(ContainerStart.TYPE);
                            assertThat(message.subject()).isEqualTo(SUBJECT);
                            assertThat(message.data().command()).isEqualTo(dispatched.command());
                            assertThat(message.data().deadline()).isEqualTo(dispatched.dueAt());
                            assertThat(message.correlationId()).isEqualTo("correlation");
                        });
        assertThat(outbox.of(List.of("another-node"))).isEmpty();
    }

    @Test
    void what_is_acknowledged_or_under_way_stays() {
        happened(dispatched(0, 1, false));
        happened(new StepAcknowledged(EXECUTION, 0, 1, false, null));
        happened(new StepProgressed(EXECUTION, 0, 1, 50, null));
        assertThat(outbox.of(List.of(Samples.NODE.value()))).hasSize(1);
    }

    @Test
    void it_is_known_what_a_node_has_until_the_next_attempt() {
        happened(dispatched(0, 1, false));
        happened(dispatched(1, 1, false));
        happened(new StepAcknowledged(EXECUTION, 1, 1, false, null));
        String key = OutboxMessage.keyOf(EXECUTION.value(), 1);
        assertThat(outbox.taken(outbox.of(List.of(Samples.NODE.value())))).containsExactly(key);

        happened(new StepRetryScheduled(EXECUTION, 1, 1, false, Samples.failure("X"), Samples.NOW));
        happened(dispatched(1, 2, false));

        assertThat(outbox.taken(outbox.of(List.of(Samples.NODE.value())))).isEmpty();
    }

    @Test
    void a_priority_that_is_changed_holds_for_what_is_out_until_the_execution_ends() {
        happened(dispatched(0, 1, false));
        happened(new ExecutionPriorityChanged(EXECUTION, 9));
        var out = outbox.of(List.of(Samples.NODE.value()));
        assertThat(out).singleElement().extracting(OutboxMessage::priority).isEqualTo(5);
        assertThat(outbox.changedPriorities(out)).containsOnly(Map.entry(EXECUTION.value(), 9));

        happened(
                new ExecutionFailed(
                        EXECUTION, ResourceAction.START, SUBJECT, Samples.failure("X")));

        assertThat(index.all()).isEmpty();
    }

    @Test
    void every_way_in_which_an_attempt_ends_removes_its_command() {
        List<ExecutionEvent> ends =
                List.of(
                        new StepSucceeded(EXECUTION, 0, 1, StepResult.EMPTY),
                        new StepFailed(EXECUTION, 0, 1, Samples.failure("X")),
                        new StepRetryScheduled(
                                EXECUTION, 0, 1, false, Samples.failure("X"), Samples.NOW),
                        new StepSkipped(EXECUTION, 0, "not wanted"),
                        new StepCompensated(EXECUTION, 0),
                        new StepCompensationFailed(EXECUTION, 0, Samples.failure("X")),
                        new ExecutionCancelled(
                                EXECUTION, ResourceAction.START, SUBJECT, Samples.failure("X")));
        for (ExecutionEvent end : ends) {
            happened(dispatched(0, 1, false));
            happened(end);
            assertThat(index.all()).as(end.toString()).isEmpty();
        }
    }

    @Test
    void a_new_attempt_takes_the_place_of_the_one_before_under_another_id() {
        happened(dispatched(0, 1, false));
        String first = only().messageId();
        happened(dispatched(0, 2, false));
        String second = only().messageId();
        happened(dispatched(0, 1, true));
        String undoing = only().messageId();
        assertThat(List.of(first, second, undoing)).doesNotHaveDuplicates();
    }

    @Test
    void commands_come_in_the_order_of_the_log() {
        for (int step = 9; step >= 0; step--) {
            happened(dispatched(step, 1, false));
        }
        var order = new ArrayList<Integer>();
        outbox.of(List.of(Samples.NODE.value()))
                .forEach(message -> order.add(message.data().stepIndex()));
        assertThat(order).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void events_that_are_folded_twice_or_anew_give_the_same() {
        happened(dispatched(0, 1, false));
        happened(dispatched(1, 1, false));
        happened(new StepSucceeded(EXECUTION, 0, 1, StepResult.EMPTY));
        happened(dispatched(1, 2, false));
        var before = index.all();
        for (int from = 0; from < 4; from++) {
            index.foldAgainFrom(from);
            assertThat(index.all()).isEqualTo(before);
        }
        index.rebuild();
        assertThat(index.all()).isEqualTo(before);
    }

    private OutboxMessage only() {
        String key = OutboxMessage.keyOf(EXECUTION.value(), 0);
        var all =
                outbox.of(List.of(Samples.NODE.value())).stream()
                        .filter(each -> each.key().equals(key))
                        .toList();
        assertThat(all).hasSize(1);
        var only = all.get(0);
        assertThat(outbox.messageIds(List.of(key))).containsExactly(only.messageId());
        return only;
    }

    private void happened(ExecutionEvent event) {
        index.happened(EXECUTION, event);
    }

    private static StepDispatched dispatched(int step, int attempt, boolean compensation) {
        return new StepDispatched(
                EXECUTION,
                step,
                attempt,
                compensation,
                NodeId.of(Samples.NODE.value()),
                SUBJECT,
                new ContainerStart(Samples.resource(1)),
                Samples.NOW.plusSeconds(60),
                ExecutionOptions.USUAL_PRIORITY,
                List.of());
    }
}
