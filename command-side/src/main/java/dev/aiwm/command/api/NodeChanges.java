package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.UpdateNode;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A merge patch of a node from the request to what it changes. */
@Component
class NodeChanges {
    private static final int ATTEMPTS = 5;
    private static final String NONE = "";

    private final Commands commands;
    private final ResourceForms forms;

    NodeChanges(Commands commands, ResourceForms forms) {
        this.commands = commands;
        this.forms = forms;
    }

    /** The node as it is: a change of nothing answers with it. */
    NodeState present(NodeId id) {
        return commands.send(new UpdateNode(id, null, null, null, null, IfMatch.ANY));
    }

    NodeState apply(NodeId id, JsonNode body, IfMatch version) {
        UpdateNodeRequest request = read(ResourceForms.object(body));
        if (request.labels() == null) {
            return send(id, request, null, version.expectedSequence());
        }
        for (int attempt = 1; ; attempt++) {
            NodeState before = present(id);
            long expected = version.isAny() ? before.sequence() : version.expectedSequence();
            Map<String, String> labels =
                    ResourceForms.mergedLabels(before.labels(), request.labels());
            try {
                return send(id, request, labels, expected);
            } catch (Rejection rejection) {
                boolean raced = rejection.code() == RejectionCode.VERSION_MISMATCH;
                if (!raced || !version.isAny() || attempt == ATTEMPTS) {
                    throw rejection;
                }
            }
        }
    }

    /** A null takes away what can be missing, and is refused for the rest. */
    private UpdateNodeRequest read(ObjectNode body) {
        List<FieldError> errors = new ArrayList<>();
        UpdateNodeRequest request = forms.valid(body, UpdateNodeRequest.class, errors);
        if (body.has("name") && (request.name() == null || request.name().isBlank())) {
            errors.add(new FieldError("/name", FieldError.REQUIRED, "must not be blank"));
        }
        if (body.path("labels").isNull()) {
            errors.add(new FieldError("/labels", FieldError.INVALID, "must be an object"));
        }
        if (body.path("cpuOvercommit").isNull()) {
            errors.add(new FieldError("/cpuOvercommit", FieldError.INVALID, "must be a number"));
        }
        if (request.labels() != null) {
            Map<String, String> set = new LinkedHashMap<>(request.labels());
            set.values().removeIf(Objects::isNull);
            ResourceForms.labels("/labels", set, errors);
        }
        ResourceForms.refuse(errors);
        return body.path("description").isNull() ? request.withDescription(NONE) : request;
    }

    private NodeState send(
            NodeId id, UpdateNodeRequest request, Map<String, String> labels, long expected) {
        return commands.send(
                new UpdateNode(
                        id,
                        request.name(),
                        request.description(),
                        labels,
                        request.cpuOvercommit(),
                        expected));
    }
}
