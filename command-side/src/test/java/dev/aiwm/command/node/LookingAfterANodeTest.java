package dev.aiwm.command.node;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.inventory;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.NodeFinding;
import dev.aiwm.contracts.node.NodeWarningKind;
import dev.aiwm.contracts.node.command.ConnectNode;
import dev.aiwm.contracts.node.command.CordonNode;
import dev.aiwm.contracts.node.command.FenceNode;
import dev.aiwm.contracts.node.command.IssueNodeToken;
import dev.aiwm.contracts.node.command.RecordNodeFindings;
import dev.aiwm.contracts.node.command.RemoveNode;
import dev.aiwm.contracts.node.command.RevokeNodeToken;
import dev.aiwm.contracts.node.command.UncordonNode;
import dev.aiwm.contracts.node.command.UpdateNode;
import dev.aiwm.contracts.node.event.NodeDescribed;
import dev.aiwm.contracts.node.event.NodeOvercommitChosen;
import dev.aiwm.contracts.node.event.NodeRelabelled;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.NodeRenamed;
import dev.aiwm.contracts.node.event.NodeTokenRevoked;
import dev.aiwm.contracts.node.event.NodeUncordoned;
import dev.aiwm.contracts.node.event.NodeUnfenced;
import dev.aiwm.contracts.node.event.NodeWarningCleared;
import dev.aiwm.contracts.node.event.NodeWarningRaised;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class LookingAfterANodeTest extends NodeSpecification {
    private static final NodeTokenRevoked REVOKED = new NodeTokenRevoked(NODE, "t1");
    private static final NodeRemoved REMOVED = new NodeRemoved(NODE);

    @Test
    void a_node_is_enrolled() {
        given().when(enrol("node")).then(enrolled());
    }

    @Test
    void enrolling_again_is_accepted_and_changes_nothing() {
        given(online()).when(enrol("node")).thenNothing();
    }

    @Test
    void another_node_of_the_same_id_is_rejected() {
        given(online()).when(enrol("other")).thenRejected(RejectionCode.ALREADY_EXISTS);
    }

    @Test
    void a_removed_node_can_be_enrolled_again_and_goes_on_counting_epochs() {
        given(online(REMOVED)).when(enrol("node")).then(enrolled());
        given(online(REMOVED, enrolled(), tokenIssued())).when(connect()).then(connected(2));
    }

    @Test
    void a_node_changes_only_where_it_differs() {
        given(online())
                .when(new UpdateNode(NODE, "new", "text", Map.of("zone", "b"), 2.0, ANY))
                .then(
                        new NodeRenamed(NODE, "new"),
                        new NodeDescribed(NODE, "text"),
                        new NodeRelabelled(NODE, Map.of("zone", "b")),
                        new NodeOvercommitChosen(NODE, 2));
        given(online())
                .when(new UpdateNode(NODE, "node", null, Map.of("zone", "a"), 4.0, ANY))
                .thenNothing();
    }

    @Test
    void a_core_is_promised_once_at_least() {
        given(online())
                .when(new UpdateNode(NODE, null, null, null, 0.5, ANY))
                .thenRejected(RejectionCode.VALIDATION_FAILED);
    }

    @Test
    void a_change_that_saw_an_older_version_is_rejected() {
        given(online())
                .when(new UpdateNode(NODE, "new", null, null, null, 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    @Test
    void a_node_is_removed_once() {
        given(online()).when(new RemoveNode(NODE, ANY)).then(REMOVED);
        given(online(REMOVED)).when(new RemoveNode(NODE, ANY)).thenNothing();
    }

    @Test
    void a_node_in_use_is_not_removed() {
        given(online(reserved(FIRST)))
                .when(new RemoveNode(NODE, ANY))
                .thenRejected(RejectionCode.NODE_IN_USE);
    }

    @Test
    void a_node_is_cordoned_and_uncordoned_once() {
        given(online()).when(new CordonNode(NODE, "repair", ANY)).then(cordoned());
        given(online(cordoned())).when(new CordonNode(NODE, "again", ANY)).thenNothing();
        given(online(cordoned())).when(new UncordonNode(NODE, ANY)).then(new NodeUncordoned(NODE));
        given(online()).when(new UncordonNode(NODE, ANY)).thenNothing();
    }

    @Test
    void a_removed_node_is_left_as_it_was() {
        given(online(REMOVED))
                .when(new CordonNode(NODE, "repair", ANY))
                .thenRejected(RejectionCode.NODE_REMOVED);
        given(online(REMOVED)).when(connect()).thenRejected(RejectionCode.NODE_REMOVED);
    }

    @Test
    void a_token_is_issued_once() {
        var issue = new IssueNodeToken(NODE, "t1", NOW.plusSeconds(1 << 30), "for the agent");
        given(enrolled()).when(issue).then(tokenIssued());
        given(enrolled(), tokenIssued()).when(issue).thenNothing();
    }

    @Test
    void a_token_is_revoked_once() {
        given(online()).when(new RevokeNodeToken(NODE, "t1")).then(REVOKED);
        given(online(REVOKED)).when(new RevokeNodeToken(NODE, "t1")).thenNothing();
        given(online())
                .when(new RevokeNodeToken(NODE, "t2"))
                .thenRejected(RejectionCode.TOKEN_UNKNOWN);
    }

    @Test
    void each_connection_has_a_higher_epoch() {
        given(enrolled(), tokenIssued()).when(connect()).then(connected(1));
        given(online()).when(connect()).then(connected(2));
    }

    @Test
    void a_fenced_node_that_connects_is_back() {
        given(online(fenced(1))).when(connect()).then(connected(2), new NodeUnfenced(NODE, 2));
    }

    @Test
    void only_a_good_token_lets_a_node_in() {
        given(online(REVOKED)).when(connect()).thenRejected(RejectionCode.TOKEN_REVOKED);
        given(online())
                .when(new ConnectNode(NODE, "t2", inventory()))
                .thenRejected(RejectionCode.TOKEN_UNKNOWN);
    }

    @Test
    void a_silent_node_is_fenced_once() {
        given(online()).when(new FenceNode(NODE, 1, "silent")).then(fenced(1));
        given(online(fenced(1))).when(new FenceNode(NODE, 1, "silent")).thenNothing();
    }

    @Test
    void a_fence_for_a_dead_incarnation_is_rejected() {
        given(online(connected(2)))
                .when(new FenceNode(NODE, 1, "silent"))
                .thenRejected(RejectionCode.STALE_NODE_INCARNATION);
    }

    @Test
    void a_node_that_never_connected_is_not_fenced() {
        given(enrolled())
                .when(new FenceNode(NODE, 0, "silent"))
                .thenRejected(RejectionCode.NODE_NOT_CONNECTED);
    }

    @Test
    void a_warning_is_raised_once_lingers_and_is_cleared_once() {
        var hot = new NodeFinding(NodeWarningKind.GPU_TEMPERATURE, "GPU-0", "95 degrees");
        var raised =
                new NodeWarningRaised(NODE, NodeWarningKind.GPU_TEMPERATURE, "GPU-0", "95 degrees");
        given(online()).when(found(List.of(hot), List.of())).then(raised);
        given(online(raised)).when(found(List.of(hot), List.of())).thenNothing();
        given(online(raised)).when(found(List.of(), List.of(hot))).thenNothing();
        given(online()).when(found(List.of(), List.of(hot))).thenNothing();
        given(online(raised))
                .when(found(List.of(), List.of()))
                .then(new NodeWarningCleared(NODE, NodeWarningKind.GPU_TEMPERATURE, "GPU-0"));
    }

    private static RecordNodeFindings found(List<NodeFinding> raised, List<NodeFinding> lingering) {
        return new RecordNodeFindings(NODE, 1, raised, lingering);
    }
}
