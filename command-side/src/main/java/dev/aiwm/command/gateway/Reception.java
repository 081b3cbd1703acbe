package dev.aiwm.command.gateway;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.CommandAck;
import dev.aiwm.contracts.protocol.CommandProgress;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.ContainerLogLines;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.NodeMetrics;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.contracts.protocol.ResourceStatusReport;
import dev.aiwm.contracts.protocol.StreamEnded;
import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.contracts.protocol.StreamOpened;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes in what agents send. Reading happens on the thread that brings it, and so does passing on
 * what belongs to a live call; everything else happens in the node's own lane: in order, and off
 * that thread. What is refused changes nothing.
 */
final class Reception {
    private final ChannelJson json;
    private final LiveSessions sessions;
    private final Answers answers;
    private final GatewayMetrics metrics;
    private final Clock clock;
    private final int mostWaiting;
    private final Registrations registrations;
    private final Map<Class<?>, Reaction<AgentData>> reactions = new HashMap<>();

    @FunctionalInterface
    private interface Reaction<T extends AgentData> {
        void react(NodeSession session, String messageId, T data);
    }

    Reception(
            ChannelJson json,
            LiveSessions sessions,
            Answers answers,
            GatewayMetrics metrics,
            Clock clock,
            int mostWaiting,
            Registrations registrations,
            ReportedSteps steps,
            ReportedStates states,
            TelemetryWriter telemetry,
            TelemetryHistory history,
            ReportedConditions conditions,
            KeptLogs logs) {
        this.json = json;
        this.sessions = sessions;
        this.answers = answers;
        this.metrics = metrics;
        this.clock = clock;
        this.mostWaiting = mostWaiting;
        this.registrations = registrations;
        on(CommandAck.class, steps::acknowledged);
        on(CommandProgress.class, steps::progressed);
        on(CommandResult.class, steps::ended);
        on(ResourceStatusReport.class, states::changed);
        on(
                Heartbeat.class,
                (session, messageId, data) ->
                        telemetry.heard(session.nodeId(), data, clock.instant()));
        on(
                ContainerLogLines.class,
                (session, messageId, data) -> logs.keep(session.nodeId(), data));
        on(
                NodeMetrics.class,
                (session, messageId, data) -> {
                    telemetry.measured(session.nodeId(), data, clock.instant());
                    history.measured(session.nodeId(), data, clock.instant());
                    conditions.measured(session, messageId, data);
                });
    }

    private <T extends AgentData> void on(Class<T> type, Reaction<T> reaction) {
        reactions.put(
                type,
                (session, messageId, data) -> reaction.react(session, messageId, type.cast(data)));
    }

    /** A whole message came in. */
    void receive(NodeSession session, String text) {
        if (!session.limit().tryTake() || session.inbound().backlog() > mostWaiting) {
            answers.refuse(
                    session, null, RejectionCode.TOO_MANY_REQUESTS, "too many messages at once");
            return;
        }
        Incoming message;
        try {
            message = json.read(text);
        } catch (MessageRefusal e) {
            answers.refuse(session, e.messageId(), e.code(), e.getMessage());
            return;
        }
        session.heard(clock.instant());
        metrics.received(message.type());
        if (message.data() instanceof StreamOpened opened) {
            session.streams().opened(opened);
        } else if (message.data() instanceof StreamEnded ended) {
            session.streams().ended(ended);
        } else {
            session.inbound().execute(() -> handle(session, message));
        }
    }

    void tooLarge(NodeSession session, long most) {
        answers.refuse(
                session,
                null,
                RejectionCode.MESSAGE_TOO_LARGE,
                "a message may have " + most + " characters");
    }

    /** A frame of a live call came in; one that belongs to no call is too late, and left. */
    void receive(NodeSession session, ByteBuffer bytes) {
        try {
            StreamFrame frame = StreamFrame.read(bytes);
            session.heard(clock.instant());
            session.streams().received(frame);
        } catch (IllegalArgumentException e) {
            answers.refuse(session, null, RejectionCode.MALFORMED_MESSAGE, e.getMessage());
        }
    }

    private void handle(NodeSession session, Incoming message) {
        if (!session.isRegistered()) {
            if (!session.isClosed()) {
                first(session, message);
            }
        } else if (!sessions.isNewest(session)) {
            answers.refuse(
                    session,
                    message.messageId(),
                    RejectionCode.STALE_NODE_INCARNATION,
                    "another agent registered as this node since");
        } else if (message.data() instanceof NodeRegister) {
            answers.refuse(
                    session,
                    message.messageId(),
                    RejectionCode.ALREADY_REGISTERED,
                    "register once per connection");
        } else {
            react(session, message);
        }
    }

    private void first(NodeSession session, Incoming message) {
        if (message.data() instanceof NodeRegister register) {
            registrations.register(session, message.messageId(), register);
        } else {
            answers.refuse(
                    session,
                    message.messageId(),
                    RejectionCode.NOT_REGISTERED,
                    "the first message is node.register");
        }
    }

    /** Messages that belong to features which are not there yet are counted and left. */
    private void react(NodeSession session, Incoming message) {
        Reaction<AgentData> reaction = reactions.get(message.data().getClass());
        if (reaction == null) {
            metrics.unused(message.type());
        } else {
            reaction.react(session, message.messageId(), message.data());
        }
    }
}
