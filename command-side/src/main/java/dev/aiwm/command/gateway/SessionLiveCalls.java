package dev.aiwm.command.gateway;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.web.identity.Caller;

import java.nio.ByteBuffer;
import java.util.Map;

/** Live calls over the connections of this process. */
final class SessionLiveCalls implements LiveCalls {
    private final LiveSessions sessions;
    private final Answers answers;

    SessionLiveCalls(LiveSessions sessions, Answers answers) {
        this.sessions = sessions;
        this.answers = answers;
    }

    @Override
    public LiveStream open(NodeId nodeId, AgentCommand command, LiveListener listener) {
        NodeSession session = sessions.live(nodeId);
        if (session == null) {
            throw new Rejection(
                    RejectionCode.NODE_OFFLINE,
                    "the agent of node " + nodeId.value() + " is not connected",
                    Map.of("nodeId", nodeId.value()));
        }
        String orgId = Caller.current().map(Caller::orgId).orElse("");
        return session.streams().open(way(session), orgId, command, listener);
    }

    private OpenStream.Way way(NodeSession session) {
        return new OpenStream.Way() {
            @Override
            public void send(String type, ControllerData data) {
                answers.send(session, type, data);
            }

            @Override
            public void send(ByteBuffer frame) {
                session.send(frame);
            }
        };
    }
}
