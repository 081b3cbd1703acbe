package dev.aiwm.nodeagent;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.ContainerCreate;
import dev.aiwm.contracts.protocol.ContainerLogLines;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.MessageRefused;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeMetrics;
import dev.aiwm.contracts.protocol.NodeRegistered;
import dev.aiwm.contracts.protocol.ResultTaken;
import dev.aiwm.contracts.protocol.StepData;
import dev.aiwm.contracts.protocol.StreamClose;
import dev.aiwm.contracts.protocol.StreamControl;
import dev.aiwm.contracts.protocol.StreamOpen;
import dev.aiwm.contracts.protocol.VmCreate;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.channel.Backoff;
import dev.aiwm.nodeagent.channel.ControllerLink;
import dev.aiwm.nodeagent.channel.Dialler;
import dev.aiwm.nodeagent.channel.LinkListener;
import dev.aiwm.nodeagent.channel.Loop;
import dev.aiwm.nodeagent.channel.UnreadableMessage;
import dev.aiwm.nodeagent.channel.Wire;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.live.LiveDesk;
import dev.aiwm.nodeagent.live.Repertoire;
import dev.aiwm.nodeagent.work.CommandHandlers;
import dev.aiwm.nodeagent.work.Engines;
import dev.aiwm.nodeagent.work.LastWords;
import dev.aiwm.nodeagent.work.WorkDesk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the agent does with its link: registers, answers, beats. Lives on the loop; what may block
 * runs on the executor and comes back.
 */
final class AgentCore implements LinkListener {

    private static final Logger log = LoggerFactory.getLogger(AgentCore.class);
    private static final Duration PING_EVERY = Duration.ofSeconds(20);
    private static final Duration REGISTRATION_PATIENCE = Duration.ofSeconds(20);
    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN_EVERY = Duration.ofSeconds(2);

    private final AgentSettings settings;
    private final Engines engines;
    private final Loop loop;
    private final Executor blocking;
    private final Wire wire;
    private final ResourceRef node;
    private final Registration registration;
    private final Telemetry telemetry;
    private final ControllerLink link;
    private final WorkDesk desk;
    private final LiveDesk live;
    private final StatusReports reports;
    private final Consumer<NodeAgent.Dismissal> dismissed;
    private final Map<Class<?>, BiConsumer<Wire.Received, ControllerData>> reactions;

    private Session session = new Session();

    AgentCore(
            AgentSettings settings,
            Engines engines,
            Loop loop,
            Executor blocking,
            Dialler dialler,
            Backoff backoff,
            Clock clock,
            Consumer<NodeAgent.Dismissal> dismissed) {
        this.settings = settings;
        this.engines = engines;
        this.loop = loop;
        this.blocking = blocking;
        this.dismissed = dismissed;
        wire = new Wire(clock);
        node = new ResourceRef("node", settings.nodeId().value());
        registration =
                new Registration(settings, engines, blocking, ENGINE_PATIENCE, this::changed);
        telemetry = new Telemetry(engines, registration::isOwnMachine, clock);
        link = new ControllerLink(dialler, loop, backoff, PING_EVERY, this);
        desk =
                new WorkDesk(
                        new CommandHandlers(engines, new LastWords(this::keep)),
                        PrivateFolder.make(settings.folder()).resolve("journal.jsonl"),
                        settings.atOnce(),
                        loop,
                        clock,
                        this::sendWhenRegistered,
                        this::idle);
        live = new LiveDesk(new Repertoire(engines), loop, blocking, new LiveChannel());
        reports = new StatusReports(this::sendWhenRegistered, desk::isBusyWith);
        reactions =
                Map.of(
                        StepData.class, (message, data) -> command(message, (StepData) data),
                        NodeRegistered.class, (message, data) -> registered((NodeRegistered) data),
                        ResultTaken.class, (message, data) -> desk.taken((ResultTaken) data),
                        MessageRefused.class, (message, data) -> refused((MessageRefused) data),
                        StreamOpen.class, (message, data) -> live.open((StreamOpen) data),
                        StreamControl.class, (message, data) -> live.control((StreamControl) data),
                        StreamClose.class,
                                (message, data) -> live.close(((StreamClose) data).streamId()));
    }

    void start() {
        desk.resume();
        link.start();
    }

    /** Done when the controller has been told. */
    CompletionStage<?> stop() {
        session.end();
        live.closeAll();
        desk.close();
        return link.end();
    }

    @Override
    public void opened() {
        session.end();
        var opened = new Session();
        session = opened;
        opened.timer = loop.in(REGISTRATION_PATIENCE, () -> link.restart("not registered in time"));
        reports.startOver();
        blocking(
                opened,
                registration::take,
                register -> {
                    register.managed().forEach(known -> opened.reported.add(known.resourceId()));
                    send(MessageType.NODE_REGISTER, node, register);
                });
    }

    @Override
    public void received(String text) {
        Wire.Received message;
        try {
            message = Wire.read(text);
        } catch (UnreadableMessage e) {
            log.warn("a message cannot be read: {}", e.getMessage());
            return;
        }
        reactions.get(message.data().getClass()).accept(message, message.data());
    }

    @Override
    public void received(ByteBuffer bytes) {
        live.received(bytes);
    }

    @Override
    public void lost() {
        session.end();
        live.closeAll();
        reports.pause();
    }

    @Override
    public void dismissed(int code, String reason) {
        session.end();
        live.closeAll();
        reports.pause();
        dismissed.accept(new NodeAgent.Dismissal(code, reason));
    }

    private void command(Wire.Received message, StepData step) {
        desk.accept(step, message.sentAt(), message.resource());
        if (step.command() instanceof VmCreate create) {
            session.reported.remove(create.resourceId());
        } else if (step.command() instanceof ContainerCreate create) {
            session.reported.remove(create.resourceId());
        }
    }

    private void registered(NodeRegistered answer) {
        if (session.registered) {
            return;
        }
        session.registered = true;
        session.timer.cancel();
        link.accepted();
        log.info("registered epoch={} keep={}", answer.epoch(), answer.keep().size());
        removeAllBut(answer.keep());
        reports.listen();
        desk.sendAll();
        beat(session, interval(settings.heartbeatEvery(), answer.heartbeatIntervalMs()));
        measureFirst(session, interval(settings.metricsEvery(), answer.metricsIntervalMs()));
        if (!registration.isComplete()) {
            lookAgain(session);
        }
    }

    private void lookAgain(Session current) {
        if (registration.isOutdated()) {
            link.restart("an engine answers again");
            return;
        }
        current.looking = loop.in(LOOK_AGAIN_EVERY, () -> lookAgain(current));
    }

    private void changed(ManagedResource now) {
        loop.run(() -> reports.changed(now));
    }

    private void idle(ResourceId resourceId, ObservedState told, Instant begun) {
        reports.idle(resourceId, told, begun);
    }

    private void removeAllBut(List<ResourceId> keep) {
        var unwanted = new HashSet<>(session.reported);
        unwanted.removeAll(Set.copyOf(keep));
        var current = session;
        for (var resourceId : unwanted) {
            desk.inTurn(
                    resourceId,
                    "removal of " + resourceId,
                    () -> {
                        if (current.reported.contains(resourceId)) {
                            log.warn("removed, not known to the controller: {}", resourceId);
                            engines.destroy(resourceId);
                        }
                    });
        }
    }

    private static void refused(MessageRefused refusal) {
        log.warn("refused code={} message={}", refusal.code(), refusal.message());
    }

    private void beat(Session current, Duration every) {
        send(MessageType.HEARTBEAT, node, telemetry.heartbeat());
        desk.sendOverdue();
        current.heartbeat = loop.in(every, () -> beat(current, every));
    }

    private void measureFirst(Session current, Duration every) {
        blocking(
                current,
                () -> telemetry.firstMetrics(soon -> during(current, () -> tell(soon))),
                metrics -> measured(current, metrics, every));
    }

    private void measured(Session current, NodeMetrics metrics, Duration every) {
        tell(metrics);
        current.metrics =
                loop.in(
                        every,
                        () ->
                                blocking(
                                        current,
                                        telemetry::metrics,
                                        next -> measured(current, next, every)));
    }

    private void tell(NodeMetrics metrics) {
        boolean unused = send(MessageType.METRICS, node, metrics);
    }

    private <T> void blocking(Session during, Supplier<T> work, Consumer<T> then) {
        blocking.execute(
                () -> {
                    try {
                        T found = work.get();
                        during(during, () -> then.accept(found));
                    } catch (DriverException e) {
                        loop.run(() -> link.restart("an engine fails: " + e.getMessage()));
                    }
                });
    }

    private void during(Session during, Runnable task) {
        loop.run(
                () -> {
                    if (during == session && !during.ended) {
                        task.run();
                    }
                });
    }

    private void keep(ContainerLogLines last) {
        var container = new ResourceRef("container", last.resourceId().value());
        loop.run(() -> sendWhenRegistered(MessageType.CONTAINER_LOGS_STREAM, container, last));
    }

    private boolean sendWhenRegistered(String type, ResourceRef resource, AgentData data) {
        return session.registered && send(type, resource, data);
    }

    private boolean send(String type, ResourceRef resource, AgentData data) {
        return link.send(wire.write(type, resource == null ? node : resource, data));
    }

    private static Duration interval(Duration own, long controllers) {
        if (own != null) {
            return own;
        }
        return controllers > 0 ? Duration.ofMillis(controllers) : AgentSettings.DEFAULT_INTERVAL;
    }

    /** How live calls speak. */
    private final class LiveChannel implements LiveDesk.Channel {
        @Override
        public void say(String type, AgentData data) {
            send(type, node, data);
        }

        @Override
        public void say(ByteBuffer frame) {
            link.send(frame);
        }
    }

    /** One line's worth of state. */
    private static final class Session {
        /** What the controller was told that we manage, less what was made anew since. */
        final Set<ResourceId> reported = ConcurrentHashMap.newKeySet();

        boolean registered;
        boolean ended;
        Loop.Timer timer = Loop.Timer.NONE;
        Loop.Timer heartbeat = Loop.Timer.NONE;
        Loop.Timer metrics = Loop.Timer.NONE;
        Loop.Timer looking = Loop.Timer.NONE;

        void end() {
            registered = false;
            ended = true;
            timer.cancel();
            heartbeat.cancel();
            metrics.cancel();
            looking.cancel();
        }
    }
}
