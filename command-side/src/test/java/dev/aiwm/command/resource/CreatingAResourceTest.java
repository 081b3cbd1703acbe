package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.failure;
import static dev.aiwm.command.sample.Samples.runtime;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.command.RecordDeploymentStarted;
import dev.aiwm.contracts.resource.command.RecordProvisioningFailed;
import dev.aiwm.contracts.resource.command.RecordResourceStarted;

import org.junit.jupiter.api.Test;

class CreatingAResourceTest extends ResourceSpecification {

    @Test
    void a_resource_is_created() {
        given().when(create()).then(created());
    }

    @Test
    void creating_it_again_is_accepted_and_changes_nothing() {
        given(running()).when(create()).thenNothing();
    }

    @Test
    void another_resource_of_the_same_id_is_rejected() {
        given(created()).when(create("other")).thenRejected(RejectionCode.ALREADY_EXISTS);
    }

    @Test
    void it_is_deploying_once_the_node_has_begun() {
        given(created()).when(new RecordDeploymentStarted(RESOURCE, CREATION)).then(deploying());
    }

    @Test
    void it_begins_to_deploy_once() {
        given(created(), deploying())
                .when(new RecordDeploymentStarted(RESOURCE, CREATION))
                .thenNothing();
    }

    @Test
    void it_runs_when_its_execution_succeeded() {
        given(created(), deploying())
                .when(new RecordResourceStarted(RESOURCE, CREATION, runtime()))
                .then(started(CREATION));
    }

    @Test
    void a_success_reported_twice_counts_once() {
        given(running())
                .when(new RecordResourceStarted(RESOURCE, CREATION, runtime()))
                .thenNothing();
    }

    @Test
    void a_success_of_another_execution_changes_nothing() {
        given(created()).when(new RecordResourceStarted(RESOURCE, SECOND, runtime())).thenNothing();
    }

    @Test
    void it_fails_when_its_execution_failed() {
        given(created())
                .when(new RecordProvisioningFailed(RESOURCE, CREATION, failure("IMAGE_MISSING")))
                .then(provisioningFailed());
    }

    @Test
    void a_failure_after_the_success_changes_nothing() {
        given(running())
                .when(new RecordProvisioningFailed(RESOURCE, CREATION, failure("IMAGE_MISSING")))
                .thenNothing();
    }
}
