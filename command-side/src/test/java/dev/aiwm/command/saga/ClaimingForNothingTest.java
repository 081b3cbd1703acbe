package dev.aiwm.command.saga;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.placement.Demands;
import dev.aiwm.command.placement.Placement;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.command.ReviewClaims;
import dev.aiwm.contracts.resource.command.StartResource;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceStopped;

import org.junit.jupiter.api.Test;

/** What is claimed and what is done with it come apart: by a crash, or by somebody else. */
class ClaimingForNothingTest extends OperationSpecification {

    @Test
    void compute_that_was_claimed_for_a_start_that_never_came_is_given_back() {
        stopped(ComputeWhenStopped.RELEASE);
        claim(Demands.of(states.resource(RESOURCE).config()));
        assertThat(allocation().claims().cpuCores()).isEqualTo(4);
        review();
        assertThat(allocation().claims()).isEqualTo(allocation().claims().withoutCompute());
        assertThat(allocation().claims().diskGB()).isEqualTo(40);
    }

    @Test
    void what_was_claimed_for_a_configuration_that_never_came_is_given_back() {
        stopped(ComputeWhenStopped.KEEP);
        var before = allocation().claims();
        claim(demand(8, 16_384, 80));
        assertThat(allocation().claims()).isNotEqualTo(before);
        review();
        assertThat(allocation().claims()).isEqualTo(before);
    }

    @Test
    void what_runs_keeps_what_it_has() {
        running(ComputeWhenStopped.RELEASE);
        var before = allocation();
        review();
        assertThat(allocation()).isEqualTo(before);
    }

    @Test
    void nothing_is_started_on_what_was_given_back_meanwhile() {
        stopped(ComputeWhenStopped.RELEASE);
        var claims = claim(Demands.of(states.resource(RESOURCE).config()));
        commands.send(new ReleaseCompute(NODE, RESOURCE));
        commands.send(new StartResource(RESOURCE, THIRD, claims, ANY));
        var failed = fleet.await(ResourceActionFailed.class);
        assertThat(failed.failure().code()).isEqualTo(RejectionCode.RESERVATION_EXPIRED.name());
        assertThat(states.execution(THIRD).status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(states.execution(THIRD).steps()).isEmpty();
    }

    private void stopped(ComputeWhenStopped policy) {
        running(policy);
        stop(SECOND, false);
        fleet.await(ResourceStopped.class);
    }

    private Claims claim(CapacityDemand demand) {
        return program.getBean(Placement.class).reclaim(states.resource(RESOURCE), demand);
    }

    private void review() {
        commands.send(new ReviewClaims(RESOURCE));
    }
}
