package dev.aiwm.command.api;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.FieldError;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What steps are about. A node does nothing for a user but to a resource that the user may act on
 * and whose claims it has confirmed (ruling 14).
 */
@Component
class StepSubjects {
    static final String UNKNOWN_NODE = "UNKNOWN_NODE";
    static final String NO_CONFIRMED_CLAIMS = "NO_CONFIRMED_CLAIMS";
    private static final String NOT_FOUND = "NOT_FOUND";
    private static final String FORBIDDEN = "FORBIDDEN";
    private static final String WRONG_NODE = "WRONG_NODE";
    private static final String NOT_FOR_THIS_TYPE = "NOT_FOR_THIS_TYPE";

    private final KnownResources resources;
    private final NodeChanges nodes;
    private final JsonMapper json;

    StepSubjects(KnownResources resources, NodeChanges nodes, JsonMapper json) {
        this.resources = resources;
        this.nodes = nodes;
        this.json = json;
    }

    /** One for each step; what is wrong is added to the findings. */
    List<ResourceRef> of(List<StepPlan> steps, Caller caller, List<FieldError> errors) {
        var check = new Check(caller, errors);
        var subjects = new ArrayList<ResourceRef>();
        for (int i = 0; i < steps.size(); i++) {
            subjects.add(check.subject(i, steps.get(i)));
        }
        return subjects;
    }

    /** Looks at each node and resource once. */
    private final class Check {
        private final Caller caller;
        private final List<FieldError> errors;
        private final Map<NodeId, Optional<NodeState>> knownNodes = new HashMap<>();
        private final Map<ResourceId, Optional<ResourceState>> knownResources = new HashMap<>();

        private Check(Caller caller, List<FieldError> errors) {
            this.caller = caller;
            this.errors = errors;
        }

        ResourceRef subject(int index, StepPlan step) {
            String place = "/steps/" + index;
            var node = knownNodes.computeIfAbsent(step.nodeId(), id -> node(id, caller));
            if (node.isEmpty()) {
                wrong(place + "/nodeId", UNKNOWN_NODE, "is no node that is known");
                return null;
            }
            var about = of(place, step.command(), node.get());
            if (step.compensation() != null) {
                of(place + "/compensation", step.compensation(), node.get());
            }
            return about;
        }

        private ResourceRef of(String place, AgentCommand command, NodeState node) {
            if (CustomActions.isOfANode(command.type())) {
                if (!caller.isAdmin()) {
                    wrong(place + "/action", FORBIDDEN, "needs the role " + Caller.ADMIN);
                }
                return new ResourceRef("node", node.nodeId().value());
            }
            String where = place + "/data/resourceId";
            var id = ResourceId.of(json.valueToTree(command).path("resourceId").asString());
            var found = knownResources.computeIfAbsent(id, this::resource);
            if (found.isEmpty()) {
                wrong(where, NOT_FOUND, "is no resource of yours");
                return null;
            }
            var resource = found.get();
            if (CustomActions.isOfVirtualMachines(command.type())
                    != resource.config().isVirtualMachine()) {
                String type = resource.config().resourceType().wire();
                wrong(
                        place + "/action",
                        NOT_FOR_THIS_TYPE,
                        "is not for a resource of type " + type);
            } else if (!resource.nodeId().equals(node.nodeId())) {
                wrong(where, WRONG_NODE, "is on node " + resource.nodeId().value());
            } else {
                claims(where, command, resource, node);
            }
            return new ResourceRef(resource.config().resourceType().wire(), id.value());
        }

        private void claims(
                String where, AgentCommand command, ResourceState resource, NodeState node) {
            var held = node.allocationOf(resource.resourceId());
            if (held == null || !held.confirmed()) {
                wrong(where, NO_CONFIRMED_CLAIMS, "has no confirmed claims on the node");
            } else if (CustomActions.isStarting(command)
                    && resource.computeWhenStopped() == ComputeWhenStopped.RELEASE) {
                wrong(
                        where,
                        NO_CONFIRMED_CLAIMS,
                        "gives back what it computes with when it stops: start it by"
                                + " POST /api/resources/{id}/start");
            }
        }

        private Optional<ResourceState> resource(ResourceId id) {
            return resources
                    .find(id)
                    .filter(state -> caller.maySee(state.owner()) && !state.isDeleted());
        }

        private void wrong(String place, String code, String message) {
            errors.add(new FieldError(place, code, message));
        }
    }

    private Optional<NodeState> node(NodeId id, Caller caller) {
        try {
            return Optional.of(nodes.present(id))
                    .filter(state -> state.status() != NodeStatus.REMOVED)
                    .filter(state -> caller.maySeeOrShares(state.owner()));
        } catch (Rejection e) {
            return Optional.empty();
        }
    }
}
