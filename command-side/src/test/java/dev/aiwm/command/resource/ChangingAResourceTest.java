package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.container;
import static dev.aiwm.command.sample.Samples.machine;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.command.UpdateResource;
import dev.aiwm.contracts.resource.config.GpuConfig;
import dev.aiwm.contracts.resource.config.GpuMode;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.event.ResourceDescribed;
import dev.aiwm.contracts.resource.event.ResourceDivergencePolicyChosen;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.contracts.resource.event.ResourceRelabelled;
import dev.aiwm.contracts.resource.event.ResourceRenamed;
import dev.aiwm.contracts.resource.event.ResourceStopPolicyChosen;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ChangingAResourceTest extends ResourceSpecification {
    private static final ResourceConfig LARGER =
            machine(new GpuConfig(true, GpuMode.PASSTHROUGH, List.of("GPU-0"), null, null));

    @Test
    void everything_but_the_configuration_can_change_while_it_runs() {
        given(running())
                .when(
                        new UpdateResource(
                                RESOURCE,
                                "new",
                                "text",
                                Map.of("team", "a"),
                                true,
                                null,
                                null,
                                ComputeWhenStopped.RELEASE,
                                OnDivergence.ACCEPT,
                                ANY))
                .then(
                        new ResourceRenamed(RESOURCE, "new"),
                        new ResourceDescribed(RESOURCE, "text"),
                        new ResourceRelabelled(RESOURCE, Map.of("team", "a")),
                        new ResourceStopPolicyChosen(RESOURCE, ComputeWhenStopped.RELEASE),
                        new ResourceDivergencePolicyChosen(RESOURCE, OnDivergence.ACCEPT));
    }

    @Test
    void what_is_so_already_is_no_change() {
        given(running())
                .when(
                        new UpdateResource(
                                RESOURCE,
                                "vm",
                                null,
                                Map.of(),
                                true,
                                machine(),
                                null,
                                ComputeWhenStopped.KEEP,
                                null,
                                ANY))
                .thenNothing();
    }

    @Test
    void a_stopped_resource_can_be_configured_anew() {
        given(stoppedResource())
                .when(configure(LARGER))
                .then(new ResourceReconfigured(RESOURCE, LARGER, claims(), 2));
    }

    @Test
    void a_running_resource_cannot_be_configured_anew() {
        given(running()).when(configure(LARGER)).thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_resource_that_is_starting_cannot_be_configured_anew() {
        given(stoppedResource(startRequested(THIRD)))
                .when(configure(LARGER))
                .thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
    }

    @Test
    void a_machine_does_not_become_a_container() {
        given(stoppedResource())
                .when(configure(container()))
                .thenRejected(RejectionCode.NOT_FOR_THIS_TYPE);
    }

    @Test
    void a_deleted_resource_does_not_change() {
        given(running(deletionRequested(SECOND, false, null), deleted(SECOND)))
                .when(rename(ANY))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_change_that_saw_an_older_version_is_rejected() {
        given(running()).when(rename(0)).thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    private static UpdateResource rename(long expectedSequence) {
        return new UpdateResource(
                RESOURCE, "new", null, null, false, null, null, null, null, expectedSequence);
    }

    private static UpdateResource configure(ResourceConfig config) {
        return new UpdateResource(
                RESOURCE, null, null, null, false, config, claims(), null, null, ANY);
    }
}
