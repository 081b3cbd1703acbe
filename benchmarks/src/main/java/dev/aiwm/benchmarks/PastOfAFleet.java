package dev.aiwm.benchmarks;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerCreate;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.FollowingStep;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.PlacementDecision;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDeploymentStarted;
import dev.aiwm.contracts.resource.event.ResourceRelabelled;
import dev.aiwm.contracts.resource.event.ResourceStarted;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Events as a fleet leaves them: containers that were asked for, made, and relabelled. */
final class PastOfAFleet {
    private static final String ADMINISTRATION = "000000000000000000000001";
    private static final Owner OWNER = new Owner(ADMINISTRATION, ADMINISTRATION);
    private static final RetryPolicy RETRY = RetryPolicy.DEFAULT;
    private static final Claims CLAIMS =
            new Claims(1, 512, 10, List.of(), List.of(), List.of(), List.of());
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final ResourceConfig CONFIG = config();
    private static final long HOUR = 3_600;
    private static final int AT_ONCE = 50;

    private final int nodes;
    private final Map<String, Long> sequences = new HashMap<>();
    private final MetaData metadata;
    private int resources;

    PastOfAFleet(int nodes) {
        this.nodes = nodes;
        var facts = new HashMap<String, Object>();
        facts.put(MetadataKeys.ACTOR, "user-1");
        facts.put(MetadataKeys.ORG, "org-1");
        facts.put(MetadataKeys.ORIGIN, "rest");
        facts.put(MetadataKeys.CORRELATION_ID, "0f8fad5b-d9cb-469f-a165-70867728950e");
        facts.put(MetadataKeys.CAUSATION_ID, "7c9e6679-7425-40de-944b-e07fc1f90ae7");
        metadata = MetaData.from(facts);
    }

    List<DomainEventMessage<?>> beginning() {
        var events = new ArrayList<DomainEventMessage<?>>();
        for (int i = 0; i < nodes; i++) {
            NodeId id = node(i);
            add(
                    events,
                    "Node",
                    id,
                    new NodeEnrolled(id, id.value(), null, List.of(), Map.of(), OWNER, 4.0));
            add(events, "Node", id, new NodeConnected(id, 1, "seeded", Fleet.large(0)));
        }
        return events;
    }

    private NodeId node(int number) {
        return NodeId.of("seeded-%05d".formatted(number % nodes));
    }

    /** Lives that go on beside each other, as many as make about the given number of events. */
    List<DomainEventMessage<?>> lives(int atLeast) {
        var events = new ArrayList<DomainEventMessage<?>>();
        while (events.size() < atLeast) {
            var lives = new ArrayList<List<Step>>();
            for (int i = 0; i < AT_ONCE; i++) {
                lives.add(life(resources++));
            }
            for (int moment = 0; moment < lives.get(0).size(); moment++) {
                for (List<Step> life : lives) {
                    Step step = life.get(moment);
                    add(events, step.type(), step.id(), step.event());
                }
            }
        }
        return events;
    }

    private record Step(String type, Object id, Object event) {}

    private List<Step> life(int number) {
        var id = ResourceId.of("%024x".formatted(0xa000_0000L + number));
        var execution = ExecutionId.of("%024x".formatted(0xe000_0000L + number));
        NodeId node = node(number);
        String name = "seeded-" + number;
        var life = new ArrayList<Step>();
        life.add(of(node, new CapacityReserved(node, id, name, CLAIMS, DAY.plusSeconds(60))));
        life.add(of(id, created(id, name, node, execution)));
        life.add(of(node, new ReservationConfirmed(node, id)));
        life.addAll(execution(execution, node, id, name));
        var runtime = new Runtime("c-" + number, "10.0.0.1:80", List.of(), 1, 512, DAY);
        life.add(of(id, new ResourceStarted(id, execution, runtime)));
        life.add(of(id, new ResourceRelabelled(id, Map.of("team", "seeded", "tier", "two"))));
        return life;
    }

    private static ResourceCreated created(
            ResourceId id, String name, NodeId node, ExecutionId execution) {
        return new ResourceCreated(
                id,
                name,
                null,
                Map.of("team", "seeded"),
                OWNER,
                node,
                CONFIG,
                CLAIMS,
                ComputeWhenStopped.KEEP,
                new PlacementDecision(node, false, 0.5, 1, List.of(), "spread"),
                true,
                execution,
                null);
    }

    private static List<Step> execution(
            ExecutionId execution, NodeId node, ResourceId id, String name) {
        var due = DAY.plusSeconds(HOUR);
        var subject = new ResourceRef("container", id.value());
        var steps =
                List.of(
                        plan(
                                "create",
                                node,
                                new ContainerCreate(id, name, 1, CONFIG, CLAIMS, OWNER.orgId())),
                        plan("start", node, new ContainerStart(id)));
        var create = ResourceAction.CREATE;
        var events = new ArrayList<Step>();
        events.add(
                of(
                        execution,
                        new ExecutionStarted(
                                execution, "create", create, subject, OWNER, steps, due)));
        events.add(of(id, new ResourceDeploymentStarted(id, execution)));
        for (int i = 0; i < steps.size(); i++) {
            events.add(of(execution, dispatched(execution, i, steps, subject)));
            events.add(of(execution, new StepAcknowledged(execution, i, 1, false, null)));
            events.add(of(execution, new StepSucceeded(execution, i, 1, StepResult.EMPTY)));
        }
        events.add(
                of(
                        execution,
                        new ExecutionSucceeded(execution, create, subject, StepResult.EMPTY)));
        return events;
    }

    private static StepDispatched dispatched(
            ExecutionId execution, int step, List<StepPlan> steps, ResourceRef subject) {
        var following =
                IntStream.range(1, step == 0 ? steps.size() : 1)
                        .mapToObj(next -> new FollowingStep(next, 600, steps.get(next).command()))
                        .toList();
        return new StepDispatched(
                execution,
                step,
                1,
                false,
                steps.get(step).nodeId(),
                subject,
                steps.get(step).command(),
                DAY.plusSeconds(HOUR),
                ExecutionOptions.USUAL_PRIORITY,
                following);
    }

    private static Step of(NodeId id, Object event) {
        return new Step("Node", id, event);
    }

    private static Step of(ResourceId id, Object event) {
        return new Step("Resource", id, event);
    }

    private static Step of(ExecutionId id, Object event) {
        return new Step("Execution", id, event);
    }

    private static StepPlan plan(String name, NodeId node, AgentCommand command) {
        return new StepPlan(name, node, command, List.of(), false, 600, RETRY, null);
    }

    /** Read as a request's would be, so that it is one whatever configurations can hold. */
    private static ResourceConfig config() {
        return Api.JSON.readValue(
                """
                {"type":"application-container","registry":"docker-hub","imageName":"nginx",
                 "imageTag":"1.27","cpuCores":1,"ramLimit":512}
                """,
                ResourceConfig.class);
    }

    private void add(List<DomainEventMessage<?>> events, String type, Object id, Object event) {
        String stream = id.toString();
        long sequence = sequences.merge(stream, 0L, (before, zero) -> before + 1);
        events.add(new GenericDomainEventMessage<>(type, stream, sequence, event, metadata));
    }
}
