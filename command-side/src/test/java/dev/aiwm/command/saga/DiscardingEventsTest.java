package dev.aiwm.command.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.saga.Fleet.Conduct;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.deadletter.event.DeadLetterDiscardRequested;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.command.RecordDeploymentStarted;
import dev.aiwm.contracts.resource.command.RecordResourceStopped;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceProvisioningFailed;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.support.deadletter.DeadLetter;
import dev.aiwm.support.deadletter.DeadLetterStore;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

class DiscardingEventsTest extends OperationSpecification {
    private volatile boolean repaired;

    @BeforeEach
    void failAtOnce() {
        restart("aiwm.dead-letters.attempts=1");
    }

    /** Until it is repaired no saga gets such a command through. */
    private void breakDown(Predicate<Object> commandOf) {
        program.getBean(CommandBus.class)
                .registerDispatchInterceptor(
                        messages ->
                                (index, message) -> {
                                    if (!repaired && commandOf.test(message.getPayload())) {
                                        throw new IllegalStateException("out of order");
                                    }
                                    return message;
                                });
    }

    private void breakBeginning(ResourceAction action) {
        breakDown(command -> command instanceof StartExecution start && start.action() == action);
    }

    private DeadLetter letter(String eventType) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            List<DeadLetter> all = program.getBean(DeadLetterStore.class).all();
            for (DeadLetter letter : all) {
                if (letter.eventType().equals(eventType)) {
                    return letter;
                }
            }
            assertThat(System.nanoTime()).as("%s", all).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void discard(String eventType) {
        var letter = letter(eventType);
        program.getBean(EventBus.class)
                .publish(
                        GenericEventMessage.asEventMessage(
                                new DeadLetterDiscardRequested(letter.id(), letter.processor())));
    }

    private void assertFailed(ExecutionId execution) {
        var failed =
                fleet.await(ResourceActionFailed.class, it -> it.executionId().equals(execution));
        assertThat(failed.failure().code()).isEqualTo(RejectionCode.FAILED_BY_OPERATOR.name());
        assertThat(states.resource(RESOURCE).operation()).isNull();
    }

    @Test
    void an_operation_whose_wish_is_discarded_has_failed() {
        running(ComputeWhenStopped.KEEP);
        breakBeginning(ResourceAction.STOP);
        stop(SECOND, false);
        discard("ResourceStopRequested");
        assertFailed(SECOND);
        var execution = states.execution(SECOND);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.failure().message()).contains("ResourceStopRequested");
        assertThat(allocation().confirmed()).isTrue();
    }

    @Test
    void a_creation_that_is_discarded_gives_back_what_it_claimed() {
        breakBeginning(ResourceAction.CREATE);
        create(ComputeWhenStopped.KEEP);
        discard("ResourceCreated");
        fleet.await(ResourceProvisioningFailed.class);
        assertThat(states.resource(RESOURCE).status()).isEqualTo(ResourceStatus.FAILED);
        assertThat(allocation()).isNull();
    }

    @Test
    void a_deletion_does_not_wait_for_what_never_begins() {
        running(ComputeWhenStopped.KEEP);
        breakBeginning(ResourceAction.STOP);
        stop(SECOND, false);
        letter("ResourceStopRequested");
        delete(THIRD, false);
        discard("ResourceStopRequested");
        fleet.await(ResourceDeleted.class);
        fleet.await(CapacityReleased.class);
    }

    @Test
    void an_operation_whose_end_is_discarded_has_failed_and_keeps_its_claims() {
        running(ComputeWhenStopped.RELEASE);
        breakDown(RecordResourceStopped.class::isInstance);
        stop(SECOND, false);
        discard("ExecutionSucceeded");
        assertFailed(SECOND);
        assertThat(allocation().claims().cpuCores()).isEqualTo(4);
    }

    @Test
    void what_still_comes_to_its_end_is_left_alone() {
        fleet.on("vm.create", Conduct.HOLD);
        breakDown(RecordDeploymentStarted.class::isInstance);
        create(ComputeWhenStopped.KEEP);
        letter("StepAcknowledged");
        repaired = true;
        discard("StepAcknowledged");
        fleet.finishHeld();
        fleet.await(ResourceStarted.class);
    }
}
