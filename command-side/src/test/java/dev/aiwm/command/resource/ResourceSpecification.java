package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.execution;
import static dev.aiwm.command.sample.Samples.failure;
import static dev.aiwm.command.sample.Samples.machine;
import static dev.aiwm.command.sample.Samples.runtime;

import dev.aiwm.command.sample.Rejected;
import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.command.CreateResource;
import dev.aiwm.contracts.resource.command.DeleteResource;
import dev.aiwm.contracts.resource.command.RecordObservation;
import dev.aiwm.contracts.resource.command.ResourceCommand;
import dev.aiwm.contracts.resource.command.RestartResource;
import dev.aiwm.contracts.resource.command.StartResource;
import dev.aiwm.contracts.resource.command.StopResource;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceDeploymentStarted;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceLost;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourceProvisioningFailed;
import dev.aiwm.contracts.resource.event.ResourceRestartRequested;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.contracts.resource.event.ResourceStopped;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words in which tests speak of a resource. */
abstract class ResourceSpecification {
    static final ResourceId RESOURCE = Samples.resource(1);
    static final ExecutionId CREATION = execution(1);
    static final ExecutionId SECOND = execution(2);
    static final ExecutionId THIRD = execution(3);
    static final long ANY = -1;

    static final DivergenceSettings DIVERGENCE =
            new DivergenceSettings(
                    Duration.ofSeconds(5), 3, Duration.ofSeconds(30), 3, Duration.ofMinutes(10));

    private final AggregateTestFixture<Resource> fixture =
            new AggregateTestFixture<>(Resource.class);
    private final SettableClock clock = new SettableClock(NOW);

    ResourceSpecification() {
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(DIVERGENCE);
    }

    void later(Duration time) {
        clock.advance(time);
    }

    Scenario given(ResourceEvent... events) {
        return new Scenario(List.of(events));
    }

    final class Scenario {
        private final List<ResourceEvent> events;

        private Scenario(List<ResourceEvent> events) {
            this.events = events;
        }

        Outcome when(ResourceCommand command) {
            var executor =
                    events.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(events);
            return new Outcome(executor.when(command));
        }
    }

    static final class Outcome {
        private final ResultValidator<Resource> result;

        private Outcome(ResultValidator<Resource> result) {
            this.result = result;
        }

        void then(ResourceEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        void thenNothing() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void thenRejected(RejectionCode code) {
            result.expectNoEvents().expectException(Rejected.with(code));
        }
    }

    static CreateResource create() {
        return create("vm");
    }

    static CreateResource create(String name) {
        return new CreateResource(
                RESOURCE,
                name,
                null,
                Map.of(),
                OWNER,
                NODE,
                machine(),
                claims(),
                ComputeWhenStopped.KEEP,
                null,
                null,
                true,
                CREATION,
                null);
    }

    static ResourceCreated created() {
        return new ResourceCreated(
                RESOURCE,
                "vm",
                null,
                Map.of(),
                OWNER,
                NODE,
                machine(),
                claims(),
                ComputeWhenStopped.KEEP,
                null,
                true,
                CREATION,
                null);
    }

    static ResourceDeploymentStarted deploying() {
        return new ResourceDeploymentStarted(RESOURCE, CREATION);
    }

    static ResourceStarted started(ExecutionId execution) {
        return new ResourceStarted(RESOURCE, execution, runtime());
    }

    static ResourceProvisioningFailed provisioningFailed() {
        return new ResourceProvisioningFailed(RESOURCE, CREATION, failure("IMAGE_MISSING"));
    }

    static StartResource start(ExecutionId execution) {
        return new StartResource(RESOURCE, execution, claims(), ANY);
    }

    static ResourceStartRequested startRequested(ExecutionId execution) {
        return new ResourceStartRequested(RESOURCE, execution, claims());
    }

    static StopResource stop(ExecutionId execution) {
        return new StopResource(RESOURCE, execution, false, 30, ANY);
    }

    static StopResource stopByForce(ExecutionId execution) {
        return new StopResource(RESOURCE, execution, true, 0, ANY);
    }

    static ResourceStopRequested stopRequested(ExecutionId execution) {
        return new ResourceStopRequested(RESOURCE, execution, false, 30, null);
    }

    static ResourceStopRequested stopByForceRequested(
            ExecutionId execution, ExecutionId displaced) {
        return new ResourceStopRequested(RESOURCE, execution, true, 0, displaced);
    }

    static ResourceStopped stopped(ExecutionId execution) {
        return new ResourceStopped(RESOURCE, execution, 0);
    }

    static RestartResource restart(ExecutionId execution) {
        return new RestartResource(RESOURCE, execution, false, 30, ANY);
    }

    static ResourceRestartRequested restartRequested(ExecutionId execution) {
        return new ResourceRestartRequested(RESOURCE, execution, false, 30);
    }

    static DeleteResource delete(ExecutionId execution, boolean force) {
        return new DeleteResource(RESOURCE, execution, force, ANY);
    }

    static ResourceDeletionRequested deletionRequested(
            ExecutionId execution, boolean force, ExecutionId displaced) {
        return new ResourceDeletionRequested(RESOURCE, execution, force, displaced);
    }

    static ResourceDeleted deleted(ExecutionId execution) {
        return new ResourceDeleted(RESOURCE, execution);
    }

    static ResourceActionFailed actionFailed(ExecutionId execution, ResourceAction action) {
        return new ResourceActionFailed(RESOURCE, execution, action, failure("TIMED_OUT"));
    }

    static ResourceLost lost() {
        return new ResourceLost(RESOURCE, NODE, "silent");
    }

    static Observation seen(ObservedState state) {
        return new Observation(state, null, null, NOW);
    }

    static RecordObservation observe(ObservedState state) {
        return observe(seen(state));
    }

    static RecordObservation observe(Observation seen) {
        return new RecordObservation(RESOURCE, NODE, 1, seen, null);
    }

    static ResourceObserved observed(ObservedState state) {
        return observed(seen(state));
    }

    static ResourceObserved observed(Observation seen) {
        return new ResourceObserved(RESOURCE, seen, null);
    }

    static ResourceEvent[] running(ResourceEvent... more) {
        var events = new ArrayList<ResourceEvent>();
        events.add(created());
        events.add(started(CREATION));
        events.addAll(List.of(more));
        return events.toArray(ResourceEvent[]::new);
    }

    static ResourceEvent[] stoppedResource(ResourceEvent... more) {
        var events = new ArrayList<ResourceEvent>(List.of(running()));
        events.add(stopRequested(SECOND));
        events.add(stopped(SECOND));
        events.addAll(List.of(more));
        return events.toArray(ResourceEvent[]::new);
    }
}
