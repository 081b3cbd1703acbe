package dev.aiwm.command.node;

import static dev.aiwm.command.sample.Samples.NODE;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.command.ReadmitNode;
import dev.aiwm.contracts.node.command.ShutOutNode;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeReadmitted;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.NodeShutOut;
import dev.aiwm.contracts.node.event.NodeUnfenced;

import org.junit.jupiter.api.Test;

class ShuttingANodeOutTest extends NodeSpecification {
    private static final NodeRemoved REMOVED = new NodeRemoved(NODE);

    @Test
    void an_operator_shuts_a_node_out_and_readmits_it() {
        given(online())
                .when(new ShutOutNode(NODE, "broken", ANY))
                .then(new NodeShutOut(NODE, "broken"), new NodeFenced(NODE, 1, "broken"));
        given(online(new NodeShutOut(NODE, "broken"), new NodeFenced(NODE, 1, "broken")))
                .when(new ShutOutNode(NODE, "again", ANY))
                .thenNothing();
        given(online(new NodeFenced(NODE, 1, "silent")))
                .when(new ShutOutNode(NODE, "broken", ANY))
                .then(new NodeShutOut(NODE, "broken"));
        given(online(new NodeShutOut(NODE, "broken")))
                .when(new ReadmitNode(NODE, ANY))
                .then(new NodeReadmitted(NODE));
        given(online()).when(new ReadmitNode(NODE, ANY)).thenNothing();
    }

    @Test
    void a_node_that_was_shut_out_does_not_connect_until_it_is_readmitted() {
        given(online(new NodeShutOut(NODE, "broken"), new NodeFenced(NODE, 1, "broken")))
                .when(connect())
                .thenRejected(RejectionCode.NODE_FENCED);
        given(
                        online(
                                new NodeShutOut(NODE, "broken"),
                                new NodeFenced(NODE, 1, "broken"),
                                new NodeReadmitted(NODE)))
                .when(connect())
                .then(connected(2), new NodeUnfenced(NODE, 2));
    }

    @Test
    void fencing_by_hand_honours_the_version_that_was_seen_and_removal() {
        given(online())
                .when(new ShutOutNode(NODE, "broken", 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
        given(online()).when(new ReadmitNode(NODE, 0)).thenRejected(RejectionCode.VERSION_MISMATCH);
        given(online(REMOVED))
                .when(new ShutOutNode(NODE, "broken", ANY))
                .thenRejected(RejectionCode.NODE_REMOVED);
    }
}
