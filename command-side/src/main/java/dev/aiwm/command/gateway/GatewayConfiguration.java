package dev.aiwm.command.gateway;

import dev.aiwm.command.CommandSide;
import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.outbox.Outbox;
import dev.aiwm.command.socket.Line;
import dev.aiwm.command.socket.SocketLine;
import dev.aiwm.command.token.NodeTokens;
import dev.aiwm.command.vault.Vault;
import dev.aiwm.contracts.telemetry.Resolution;
import dev.aiwm.support.lease.Leases;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.store.StoreKind;
import dev.aiwm.support.store.StoreSettings;
import dev.aiwm.web.problem.ProblemWriter;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.websocket.Session;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;

/** Puts the gateway together: the parts that others use are beans, the rest is made here. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    /** Telemetry is read by the other side, out of its own database. */
    private static final String QUERY_SIDE = "query";

    /** And before all that is meant for requests of users. */
    private static final int AFTER_CORRELATION = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    LiveSessions nodeSessions() {
        return new LiveSessions();
    }

    @Bean
    SessionPresence sessionPresence(LiveSessions sessions, StoreSettings settings) {
        return new SessionPresence(sessions, settings.store() == StoreKind.EMBEDDED);
    }

    @Bean
    GatewayOpen gatewayOpen() {
        return new GatewayOpen();
    }

    @Bean
    GatewayThreads gatewayThreads(GatewaySettings settings) {
        return new GatewayThreads(settings.threads());
    }

    @Bean
    GatewayMetrics gatewayMetrics(MeterRegistry registry, LiveSessions sessions) {
        return new GatewayMetrics(registry, sessions);
    }

    @Bean
    GatewayHealth gatewayHealth(LiveSessions sessions, GatewayOpen open) {
        return new GatewayHealth(sessions, open);
    }

    @Bean
    ChannelJson channelJson(Vault vault) {
        return new ChannelJson(vault);
    }

    @Bean
    Answers gatewayAnswers(ChannelJson json, GatewayMetrics metrics, Clock clock) {
        return new Answers(json, metrics, clock);
    }

    @Bean
    LiveCalls liveCalls(LiveSessions sessions, Answers answers) {
        return new SessionLiveCalls(sessions, answers);
    }

    @Bean
    AgentCommands agentCommands(CommandGateway commands) {
        return new AgentCommands(commands);
    }

    @Bean
    SessionRecords sessionRecords(ReadDatabases databases, StoreSettings settings) {
        return new SessionRecords(
                databases.database(CommandSide.NAME).getCollection("node_sessions"),
                settings.instanceName());
    }

    @Bean
    ReportedSteps reportedSteps(AgentCommands commands, Answers answers, Clock clock) {
        return new ReportedSteps(commands, answers, clock);
    }

    @Bean
    ReportedStates reportedStates(AgentCommands commands, LiveSessions sessions, Answers answers) {
        return new ReportedStates(commands, sessions, answers);
    }

    @Bean
    ReportedConditions reportedConditions(AgentCommands commands, WarningSettings settings) {
        return new ReportedConditions(commands, settings);
    }

    @Bean
    TelemetryWriter telemetryWriter(ReadDatabases databases) {
        return new TelemetryWriter(
                databases.database(QUERY_SIDE).getCollection(TelemetryWriter.COLLECTION),
                JsonMapper.builder().build());
    }

    @Bean
    TelemetryHistory telemetryHistory(ReadDatabases databases) {
        return new TelemetryHistory(
                databases.database(QUERY_SIDE).getCollection(Resolution.COLLECTION));
    }

    @Bean
    KeptLogs keptLogs(ReadDatabases databases, Clock clock) {
        return new KeptLogs(databases.database(CommandSide.NAME).getCollection("kept_logs"), clock);
    }

    @Bean
    Courier courier(
            Outbox outbox,
            LiveSessions sessions,
            ChannelJson json,
            ReportedSteps reports,
            GatewayMetrics metrics,
            Clock clock,
            GatewaySettings settings,
            Commands commands,
            EventLog log) {
        return new Courier(
                outbox,
                sessions,
                json,
                reports,
                metrics,
                clock,
                settings,
                new ClaimsCheck(commands, log));
    }

    @Bean
    Registrations registrations(
            AgentCommands commands,
            LiveSessions sessions,
            Courier courier,
            Answers answers,
            GatewaySettings settings,
            EventLog log,
            Clock clock) {
        return new Registrations(
                commands,
                sessions,
                new Reconciliation(commands, log, clock),
                courier,
                answers,
                settings);
    }

    @Bean
    Reception reception(
            ChannelJson json,
            LiveSessions sessions,
            Answers answers,
            GatewayMetrics metrics,
            Clock clock,
            GatewaySettings settings,
            Registrations registrations,
            ReportedSteps steps,
            ReportedStates states,
            TelemetryWriter telemetry,
            TelemetryHistory history,
            ReportedConditions conditions,
            KeptLogs logs) {
        return new Reception(
                json,
                sessions,
                answers,
                metrics,
                clock,
                settings.backlog(),
                registrations,
                steps,
                states,
                telemetry,
                history,
                conditions,
                logs);
    }

    @Bean
    OnlineNodes onlineNodes(Projections commandProjections) {
        return new OnlineNodes(commandProjections.add(OnlineNodes.definition()));
    }

    @Bean
    Liveness liveness(
            LiveSessions sessions,
            SessionRecords records,
            OnlineNodes online,
            Leases leases,
            CommandGateway commands,
            Answers answers,
            GatewayMetrics metrics,
            GatewaySettings settings,
            Clock clock) {
        return new Liveness(
                sessions, records, online, leases, commands, answers, metrics, settings, clock);
    }

    @Bean
    GatewayRun gatewayRun(
            LiveSessions sessions,
            Courier courier,
            Liveness liveness,
            TelemetryWriter telemetry,
            TelemetryHistory history,
            KeptLogs logs,
            Clock clock,
            GatewayMetrics metrics,
            EventLog log,
            EventTail tail,
            GatewaySettings settings,
            GatewayOpen open) {
        return new GatewayRun(
                courier,
                liveness,
                () -> {
                    telemetry.flush();
                    history.flush();
                },
                () -> {
                    history.forgetOld(clock.instant());
                    logs.forgetOld();
                },
                new SessionWatch(sessions, metrics),
                log,
                tail,
                settings,
                open);
    }

    @Bean
    GatewayFarewell gatewayFarewell(LiveSessions sessions, GatewayOpen open) {
        return new GatewayFarewell(sessions, open);
    }

    @Bean
    NodeSocketHandler nodeSocketHandler(
            LiveSessions sessions,
            Reception reception,
            Answers answers,
            GatewayThreads threads,
            GatewaySettings settings,
            Clock clock) {
        return new NodeSocketHandler(
                sessions,
                reception,
                answers,
                (token, socket) ->
                        new NodeSession(
                                token,
                                line(socket, threads, settings),
                                new RateLimit(settings.rate(), settings.burst(), System::nanoTime),
                                threads.inbound(token.nodeId()),
                                threads.outbound(token.nodeId()),
                                new Deliveries(settings.redeliverAfter(), System::nanoTime, clock),
                                new NodeStreams(settings.liveCalls()),
                                clock.instant()),
                settings.maxMessage().toBytes());
    }

    private static Line line(Session socket, GatewayThreads threads, GatewaySettings settings) {
        return new SocketLine(
                socket,
                threads.closing(),
                settings.queuedMessages(),
                settings.queuedBytes().toBytes());
    }

    @Bean
    FilterRegistrationBean<NodeEntrance> nodeEntrance(
            NodeSocketHandler handler,
            NodeTokens tokens,
            GatewayOpen open,
            ProblemWriter problems,
            GatewayMetrics metrics) {
        var handshake = new WebSocketHttpRequestHandler(handler);
        handshake.setHandshakeInterceptors(
                List.of(
                        new OriginHandshakeInterceptor(),
                        new NodeHandshake(tokens, open, problems, metrics)));
        var registration = new FilterRegistrationBean<>(new NodeEntrance(handshake));
        registration.addUrlPatterns(NodeEntrance.PATH);
        registration.setOrder(AFTER_CORRELATION);
        return registration;
    }
}
