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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A merge patch of a node from the request to what it changes. */
@Component
class NodeChanges {
    private static final int ATTEMPTS = 5;
    private final Commands commands;

    NodeChanges(Commands commands) {
        this.commands = commands;
    }

    /** The node as it is: a change of nothing answers with it. */
    NodeState present(NodeId id) {
        return commands.send(new UpdateNode(id, null, null, null, null, IfMatch.ANY));
    }

    NodeState apply(NodeId id, UpdateNodeRequest request, IfMatch version) {
        check(request);
        if (request.labels() == null) {
            return send(id, request, null, version.expectedSequence());
        }
        for (int attempt = 1; ; attempt++) {
            NodeState before = present(id);
            long expected = version.isAny() ? before.sequence() : version.expectedSequence();
            try {
                return send(
                        id, request, MergePatch.apply(before.labels(), request.labels()), expected);
            } catch (Rejection rejection) {
                boolean raced = rejection.code() == RejectionCode.VERSION_MISMATCH;
                if (!raced || !version.isAny() || attempt == ATTEMPTS) {
                    throw rejection;
                }
            }
        }
    }

    private static void check(UpdateNodeRequest request) {
        if (request.labels() != null) {
            Map<String, String> set = new LinkedHashMap<>(request.labels());
            set.values().removeIf(Objects::isNull);
            List<FieldError> errors = new ArrayList<>();
            ResourceForms.labels("/labels", set, errors);
            ResourceForms.refuse(errors);
        }
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
