package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.CommandSideMain;
import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.testing.SettableClock;
import dev.aiwm.command.token.IssuedToken;
import dev.aiwm.command.token.NodeTokens;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.command.EnrolNode;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import io.micrometer.core.instrument.MeterRegistry;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** command-side as a whole process on an embedded store, with real aggregates. */
final class Controller implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final List<String> DEFAULTS =
            List.of(
                    "server.port=0",
                    "logging.level.root=WARN",
                    "aiwm.jwt-secret=a secret of thirty-two bytes or more",
                    "aiwm.admin-password=admin-password");

    private final ConfigurableApplicationContext context;

    private Controller(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Controller start(Path data, String... properties) {
        return start(data, null, properties);
    }

    static Controller start(Path data, SettableClock clock, String... properties) {
        var all = new ArrayList<>(DEFAULTS);
        all.add("aiwm.data=" + data);
        all.addAll(List.of(properties));
        ApplicationContextInitializer<GenericApplicationContext> time =
                made -> {
                    if (clock != null) {
                        made.registerBean("testClock", Clock.class, () -> clock);
                    }
                };
        return new Controller(
                new SpringApplicationBuilder(CommandSideMain.class)
                        .bannerMode(Banner.Mode.OFF)
                        .initializers(time)
                        .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <R> R send(Object command) {
        return bean(CommandGateway.class).sendAndWait(command, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void enrol(NodeId nodeId) {
        send(new EnrolNode(nodeId, nodeId.value(), null, List.of(), Map.of(), Samples.OWNER, 4.0));
    }

    IssuedToken token(NodeId nodeId) {
        return bean(NodeTokens.class).issue(nodeId, Duration.ofHours(1), "test");
    }

    URI nodeChannel() {
        String port = context.getEnvironment().getProperty("local.server.port");
        return URI.create("ws://localhost:" + port + "/ws/node");
    }

    FakeAgent connect(NodeId nodeId) {
        return FakeAgent.connect(nodeChannel(), token(nodeId).token());
    }

    double refused(RejectionCode code) {
        var counter =
                bean(MeterRegistry.class)
                        .find("aiwm.gateway.messages.refused")
                        .tag("code", code.name())
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    Position head() {
        return bean(EventLog.class).head();
    }

    List<Object> eventsAfter(Position position) {
        return bean(EventLog.class).read(position, 10_000).stream()
                .map(LoggedEvent::payload)
                .toList();
    }

    <T> Stream<T> events(Class<T> type) {
        return eventsAfter(Position.START).stream().filter(type::isInstance).map(type::cast);
    }

    /** The first event in the log that fits, as soon as it is there. */
    <T> T await(Class<T> type, Predicate<T> fits) {
        var found = new CompletableFuture<T>();
        try (var following =
                bean(EventTail.class)
                        .follow(
                                Position.START,
                                logged -> {
                                    if (type.isInstance(logged.payload())
                                            && fits.test(type.cast(logged.payload()))) {
                                        found.complete(type.cast(logged.payload()));
                                    }
                                })) {
            assertThat(following).isNotNull();
            return found.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    <T> T await(Class<T> type) {
        return await(type, event -> true);
    }

    static SettableClock realTimeToBegin() {
        return new SettableClock(Instant.now());
    }

    @Override
    public void close() {
        context.close();
    }
}
