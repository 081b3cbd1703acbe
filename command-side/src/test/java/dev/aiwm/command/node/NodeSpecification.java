package dev.aiwm.command.node;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.demand;
import static dev.aiwm.command.sample.Samples.inventory;
import static dev.aiwm.command.sample.Samples.resource;

import dev.aiwm.command.sample.Rejected;
import dev.aiwm.command.sample.SetClock;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeRole;
import dev.aiwm.contracts.node.command.ConnectNode;
import dev.aiwm.contracts.node.command.EnrolNode;
import dev.aiwm.contracts.node.command.NodeCommand;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeCordoned;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeTokenIssued;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words in which tests speak of a node. */
abstract class NodeSpecification {
    static final long ANY = -1;
    static final Instant EXPIRY = NOW.plusSeconds(60);
    static final ResourceId FIRST = resource(1);
    static final ResourceId SECOND = resource(2);

    final SetClock clock = new SetClock(NOW);
    private final AggregateTestFixture<Node> fixture = new AggregateTestFixture<>(Node.class);

    NodeSpecification() {
        fixture.registerInjectableResource((Clock) clock);
    }

    Scenario given(NodeEvent... events) {
        return new Scenario(List.of(events));
    }

    final class Scenario {
        private final List<NodeEvent> events;

        private Scenario(List<NodeEvent> events) {
            this.events = events;
        }

        Outcome when(NodeCommand command) {
            var executor =
                    events.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(events);
            return new Outcome(executor.when(command));
        }
    }

    static final class Outcome {
        private final ResultValidator<Node> result;

        private Outcome(ResultValidator<Node> result) {
            this.result = result;
        }

        void then(NodeEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        void thenNothing() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void thenRejected(RejectionCode code) {
            result.expectNoEvents().expectException(Rejected.with(code));
        }
    }

    static EnrolNode enrol(String name) {
        return new EnrolNode(
                NODE, name, null, List.of(NodeRole.WORKER), Map.of("zone", "a"), OWNER, 4);
    }

    static NodeEnrolled enrolled() {
        return new NodeEnrolled(
                NODE, "node", null, List.of(NodeRole.WORKER), Map.of("zone", "a"), OWNER, 4);
    }

    static NodeTokenIssued tokenIssued() {
        return new NodeTokenIssued(NODE, "t1", NOW.plusSeconds(1 << 30), "for the agent");
    }

    static ConnectNode connect() {
        return new ConnectNode(NODE, "t1", inventory());
    }

    static NodeConnected connected(long epoch) {
        return new NodeConnected(NODE, epoch, "t1", inventory());
    }

    static NodeCordoned cordoned() {
        return new NodeCordoned(NODE, "repair");
    }

    static NodeFenced fenced(long epoch) {
        return new NodeFenced(NODE, epoch, "silent");
    }

    static NodeEvent[] online(NodeEvent... more) {
        var events = new ArrayList<NodeEvent>();
        events.add(enrolled());
        events.add(tokenIssued());
        events.add(connected(1));
        events.addAll(List.of(more));
        return events.toArray(NodeEvent[]::new);
    }

    static ReserveCapacity reserve(ResourceId resource, CapacityDemand demand) {
        return new ReserveCapacity(NODE, resource, name(resource), demand, EXPIRY);
    }

    static ReserveCapacity reserve(ResourceId resource) {
        return reserve(resource, demand(4, 8192, 40));
    }

    static CapacityReserved reserved(ResourceId resource, Claims claims) {
        return new CapacityReserved(NODE, resource, name(resource), claims, EXPIRY);
    }

    static CapacityReserved reserved(ResourceId resource) {
        return reserved(resource, amounts(4, 8192, 40));
    }

    static ReservationConfirmed confirmed(ResourceId resource) {
        return new ReservationConfirmed(NODE, resource);
    }

    static Claims amounts(double cpu, long ramMB, long diskGB) {
        return new Claims(cpu, ramMB, diskGB, List.of(), List.of(), List.of(), List.of());
    }

    static String name(ResourceId resource) {
        return "vm-" + resource.value().substring(20);
    }
}
