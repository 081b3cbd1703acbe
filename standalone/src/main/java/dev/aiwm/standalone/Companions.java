package dev.aiwm.standalone;

import dev.aiwm.command.identity.LocalAdmin;
import dev.aiwm.web.identity.UserTokens;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What comes up beside the controller once it answers: local nodes, and the demo when asked for.
 */
@Component
class Companions implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Companions.class);
    private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(10);

    private final LocalNodeSettings settings;
    private final UserTokens tokens;
    private final Path data;
    private Thread starter;
    private LocalNodes nodes;

    Companions(LocalNodeSettings settings, UserTokens tokens, @Value("${aiwm.data}") Path data) {
        this.settings = settings;
        this.tokens = tokens;
        this.data = data;
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        if (!settings.hasNode()
                || !(ready.getApplicationContext()
                        instanceof WebServerApplicationContext context)) {
            return;
        }
        int port = context.getWebServer().getPort();
        var loopback = new Loopback(port, () -> tokens.issue(LocalAdmin.CALLER, TOKEN_VALIDITY));
        nodes = new LocalNodes(loopback, data.resolve("nodes"));
        starter = new Thread(() -> bringUp(loopback), "companions");
        starter.setDaemon(true);
        starter.start();
    }

    /** A demo that was once seeded keeps its slow node, or what is on it would be lost for good. */
    private void bringUp(Loopback loopback) {
        try {
            if (settings.isReal()) {
                nodes.startReal(settings.id(), settings.kind());
                return;
            }
            nodes.startSimulated(settings.id());
            var slow = settings.id() + LocalNodes.SLOW_SUFFIX;
            if (settings.demo() || nodes.isKnown(slow)) {
                nodes.startSlow(slow);
            }
            if (settings.demo()) {
                nodes.awaitOnline(settings.id(), slow);
                new DemoResources(loopback).seed();
                nodes.keepFree(slow);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the local nodes did not all come up", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        if (starter != null) {
            starter.interrupt();
            starter.join(Duration.ofSeconds(5).toMillis());
            nodes.close();
        }
    }
}
