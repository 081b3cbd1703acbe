package dev.aiwm.command.placement;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/** Which nodes a caller may know of. */
@Component
public class VisibleNodes {
    private final NodeIndex index;

    VisibleNodes(NodeIndex index) {
        this.index = index;
    }

    /** Another organisation's node is, to the caller, as if it did not exist. */
    public void require(NodeId id, Caller caller) {
        var node = Optional.ofNullable(index.get(id));
        if (node.filter(state -> caller.maySeeOrShares(state.owner())).isEmpty()) {
            throw new Rejection(
                    RejectionCode.NOT_FOUND,
                    "there is no node " + id.value(),
                    Map.of("nodeId", id.value()));
        }
    }
}
