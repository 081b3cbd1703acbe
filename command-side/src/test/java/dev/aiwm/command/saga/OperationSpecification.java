package dev.aiwm.command.saga;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.execution;
import static dev.aiwm.command.sample.Samples.machine;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.placement.Demands;
import dev.aiwm.command.placement.Granted;
import dev.aiwm.command.placement.Placement;
import dev.aiwm.command.placement.PlacementRequest;
import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.state.States;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.command.CreateResource;
import dev.aiwm.contracts.resource.command.DeleteResource;
import dev.aiwm.contracts.resource.command.StartResource;
import dev.aiwm.contracts.resource.command.StopResource;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.support.log.EventTail;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.Map;

/** Operations from the wish to their end, with the real store, sagas and a node that obeys. */
abstract class OperationSpecification {
    static final long ANY = -1;
    static final ExecutionId CREATION = execution(1);
    static final ExecutionId SECOND = execution(2);
    static final ExecutionId THIRD = execution(3);
    static final ExecutionId FOURTH = execution(4);
    static final ResourceId RESOURCE = Samples.resource(1);

    @TempDir Path data;
    ConfigurableApplicationContext program;
    Commands commands;
    States states;
    Fleet fleet;

    @BeforeEach
    void begin() {
        open();
        fleet.enrol();
    }

    /** The program as it would be after a stop, on the same data. */
    void restart(String... properties) {
        stop();
        open(properties);
    }

    private void open(String... properties) {
        program = Program.start(data, properties);
        commands = program.getBean(Commands.class);
        states = program.getBean(States.class);
        fleet = new Fleet(commands, program.getBean(EventTail.class));
    }

    @AfterEach
    void stop() {
        fleet.close();
        program.close();
    }

    ResourceState create(ComputeWhenStopped policy) {
        return create(place(), policy);
    }

    Granted place() {
        var request =
                new PlacementRequest(
                        RESOURCE, "vm", "o1", Demands.of(machine()), null, false, Map.of(), null);
        return program.getBean(Placement.class).place(request);
    }

    ResourceState create(Granted granted, ComputeWhenStopped policy) {
        return commands.send(
                new CreateResource(
                        RESOURCE,
                        "vm",
                        null,
                        Map.of(),
                        OWNER,
                        granted.nodeId(),
                        machine(),
                        granted.claims(),
                        policy,
                        null,
                        granted.decision(),
                        granted.simulated(),
                        CREATION,
                        null));
    }

    void running(ComputeWhenStopped policy) {
        create(policy);
        fleet.await(ResourceStarted.class);
    }

    void stop(ExecutionId execution, boolean force) {
        commands.send(new StopResource(RESOURCE, execution, force, 1, ANY));
    }

    void start(ExecutionId execution) {
        var resource = states.resource(RESOURCE);
        var claims =
                program.getBean(Placement.class).reclaim(resource, Demands.of(resource.config()));
        commands.send(new StartResource(RESOURCE, execution, claims, ANY));
    }

    void delete(ExecutionId execution, boolean force) {
        commands.send(new DeleteResource(RESOURCE, execution, force, ANY));
    }

    Allocation allocation() {
        return states.node(NODE).allocationOf(RESOURCE);
    }
}
