package dev.aiwm.query.invariant;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.query.invariant.Breach.Rule;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks for what nothing will ever change. The read models are asked one after the other and follow
 * the log each at its own pace, and a saga takes a moment to draw its conclusion: so only what has
 * been so for a while counts.
 */
@Component
class Present {
    private static final int PAGE = 500;

    private final ReadModel<ExecutionState> executions;
    private final ReadModel<NodeState> nodes;
    private final ReadModel<ResourceState> resources;

    Present(
            ReadModel<ExecutionState> executionModel,
            ReadModel<NodeState> nodeModel,
            ReadModel<ResourceState> resourceModel) {
        this.executions = executionModel;
        this.nodes = nodeModel;
        this.resources = resourceModel;
    }

    PresentView check(Instant now, Duration unchangedFor) {
        var look = new Look(now);
        each(
                executions,
                Filters.in(
                        "status",
                        ExecutionStatus.RUNNING.wire(),
                        ExecutionStatus.COMPENSATING.wire()),
                look::execution);
        each(nodes, Filters.ne("status", NodeStatus.REMOVED.wire()), look::node);
        each(resources, Filters.eq("deleted", false), look::resource);
        look.claims.forEach(look::claim);
        Instant latest = now.minus(unchangedFor);
        var lasting = look.breaches.stream().filter(it -> !it.since().isAfter(latest)).toList();
        return new PresentView(
                lasting.isEmpty(),
                now,
                look.executionCount,
                look.claims.size(),
                look.present.size(),
                lasting);
    }

    private static <S> void each(ReadModel<S> model, Bson filter, Consumer<S> visitor) {
        Bson page = filter;
        while (true) {
            List<Stored<S>> found = model.find(page, Sorts.ascending("_id"), 0, PAGE);
            found.forEach(stored -> visitor.accept(stored.state()));
            if (found.size() < PAGE) {
                return;
            }
            page = Filters.and(filter, Filters.gt("_id", found.get(PAGE - 1).id()));
        }
    }

    private record Claim(String nodeId, Allocation allocation) {}

    /** One look at everything. */
    private final class Look {
        private final Instant now;
        private final List<Breach> breaches = new ArrayList<>();
        private final Set<String> busy = new HashSet<>();
        private final Map<String, Claim> claims = new HashMap<>();
        private final Map<String, ResourceState> present = new HashMap<>();
        private long executionCount;

        private Look(Instant now) {
            this.now = now;
        }

        private void execution(ExecutionState execution) {
            executionCount++;
            if (execution.action() != ResourceAction.CUSTOM) {
                busy.add(execution.subject().id());
            }
            ExecutionRules.check(execution, now).ifPresent(breaches::add);
        }

        private void node(NodeState node) {
            for (Allocation allocation : node.allocations().values()) {
                String nodeId = node.nodeId().value();
                String key = allocation.resourceId().value() + "@" + nodeId;
                claims.put(key, new Claim(nodeId, allocation));
            }
        }

        private void resource(ResourceState resource) {
            String id = resource.resourceId().value();
            present.put(id, resource);
            operation(resource, id);
            var claim = claims.get(id + "@" + resource.nodeId().value());
            boolean held = claim != null && claim.allocation().confirmed();
            if (!held && ResourceRules.needsClaim(resource)) {
                breaches.add(
                        breach(
                                Rule.RESOURCE_HAS_CLAIM,
                                resource,
                                resource.updatedAt(),
                                "it is %s, but its node holds nothing for it"
                                        .formatted(resource.status().wire())));
            }
        }

        private void operation(ResourceState resource, String id) {
            var operation = resource.operation();
            if (operation != null && !busy.contains(id)) {
                var execution = executions.find(operation.executionId().value());
                breaches.add(
                        breach(
                                Rule.OPERATION_HAS_EXECUTION,
                                resource,
                                execution
                                        .map(it -> later(resource, it.state().updatedAt()))
                                        .orElse(resource.updatedAt()),
                                "%s is under way, but no execution of it"
                                        .formatted(operation.action().wire())));
            }
        }

        private void claim(String key, Claim claim) {
            var allocation = claim.allocation();
            String id = allocation.resourceId().value();
            if (!allocation.confirmed()) {
                if (ExecutionRules.isMissed(allocation.expiresAt(), now)) {
                    breaches.add(
                            new Breach(
                                    Rule.RESERVATION_ENDS,
                                    id,
                                    claim.nodeId(),
                                    allocation.since(),
                                    "it is neither confirmed nor has it expired"));
                }
                return;
            }
            ResourceState owner = present.get(id);
            if (owner != null && owner.nodeId().value().equals(claim.nodeId())) {
                return;
            }
            Instant since =
                    resources
                            .find(id)
                            .map(it -> later(it.state(), allocation.since()))
                            .orElse(allocation.since());
            breaches.add(
                    new Breach(
                            Rule.CLAIM_HAS_OWNER,
                            id,
                            claim.nodeId(),
                            since,
                            "what it is claimed for is not there"));
        }
    }

    private static Instant later(ResourceState resource, Instant other) {
        return resource.updatedAt().isAfter(other) ? resource.updatedAt() : other;
    }

    private static Breach breach(
            Rule rule, ResourceState resource, Instant since, String explanation) {
        return new Breach(
                rule, resource.resourceId().value(), resource.nodeId().value(), since, explanation);
    }
}
