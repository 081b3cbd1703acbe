package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;

import dev.aiwm.nodeagent.driver.DriverException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The engine behind its socket. Short calls and streams have connections of their own, so that no
 * number of followed streams keeps a short call waiting. The version of the interface is the newest
 * that both sides know, asked for anew whenever the engine may have been replaced.
 */
final class Engine implements AutoCloseable {
    /** For a short call. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final RemoteApiVersion NEWEST_TRIED = RemoteApiVersion.VERSION_1_44;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int SHORT_CALLS = 32;
    private static final int AT_ONCE = 64;

    private static final Logger log = LoggerFactory.getLogger(Engine.class);

    private final Path socket;
    private final Alarms alarms;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private Clients clients;

    Engine(Path socket, Duration patience) {
        this.socket = socket;
        alarms = new Alarms(patience);
    }

    /** A client that is used for one purpose and then never again. */
    final class Stream implements AutoCloseable {
        private final DockerClient client;

        private Stream(DockerClient client) {
            this.client = client;
        }

        DockerClient client() {
            return client;
        }

        @Override
        public void close() {
            if (open.remove(this)) {
                Clients.closed(client);
            }
        }
    }

    /** A short call; gives up when the engine does not answer it in time. */
    <T> T ask(Function<DockerClient, T> call) {
        try (var alarm = alarms.set()) {
            try {
                return use(call);
            } catch (DriverException e) {
                throw explained(e);
            } catch (RuntimeException e) {
                throw alarm.rang() ? Faults.silent(e) : explained(Faults.told(e));
            }
        }
    }

    /**
     * Connections that were kept from an engine that is gone say so only when they are used. Each
     * call may be repeated, so one that met such a connection is, on a new one.
     */
    private <T> T use(Function<DockerClient, T> call) {
        var used = entered();
        try {
            return call.apply(used.calls());
        } catch (RuntimeException e) {
            if (!Faults.isConnectionLost(e) || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            replace(used);
        } finally {
            used.leave();
        }
        var fresh = entered();
        try {
            return call.apply(fresh.calls());
        } finally {
            fresh.leave();
        }
    }

    private synchronized Clients entered() {
        var entered = clients();
        entered.enter();
        return entered;
    }

    private synchronized void replace(Clients used) {
        if (clients == used) {
            clients = null;
            used.leave();
        }
    }

    /** A short call without an answer. */
    void tell(Function<DockerClient, ?> call) {
        Object unused = ask(call);
    }

    /**
     * For what goes on for long. Never to be shared or used again: when a stream is closed early
     * the library gives its connection back while it still reads from it, and eats the beginning of
     * the next answer there.
     */
    Stream stream() {
        try {
            var stream = new Stream(client(clients().version(), AT_ONCE));
            open.add(stream);
            return stream;
        } catch (DriverException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Faults.told(e);
        }
    }

    Path socket() {
        return socket;
    }

    /** The version of the interface that both sides speak. */
    String agreed() {
        return ask(client -> clients().version().getVersion());
    }

    /** What is running there now. */
    Version version() {
        return ask(client -> client.versionCmd().exec());
    }

    /** With what only the engine knows of a fault. */
    DriverException explained(DriverException fault) {
        return FullDisk.explained(fault, this::folder);
    }

    /** Null when it does not say. */
    private String folder() {
        try (var alarm = alarms.set()) {
            return use(client -> client.infoCmd().exec().getDockerRootDir());
        } catch (RuntimeException e) {
            log.debug("the engine does not tell where it keeps everything", e);
            return null;
        }
    }

    /** The engine may be another one from now on. */
    synchronized void reconsider() {
        if (clients != null) {
            var agreed = agree(version());
            if (clients != null && !agreed.equals(clients.version())) {
                replace(clients);
            }
        }
    }

    private synchronized Clients clients() {
        if (clients == null) {
            var asking = client(RemoteApiVersion.unknown(), 1);
            try {
                var version = agree(asking.versionCmd().exec());
                clients = new Clients(version, client(version, SHORT_CALLS));
            } finally {
                Clients.closed(asking);
            }
        }
        return clients;
    }

    private static RemoteApiVersion agree(Version engine) {
        var newest = RemoteApiVersion.parseConfig(engine.getApiVersion());
        if (!newest.isGreater(NEWEST_TRIED)) {
            return newest;
        }
        var oldest = RemoteApiVersion.parseConfigWithDefault(engine.getMinAPIVersion());
        boolean tooNew =
                !RemoteApiVersion.unknown().equals(oldest) && oldest.isGreater(NEWEST_TRIED);
        return tooNew ? oldest : NEWEST_TRIED;
    }

    private DockerClient client(RemoteApiVersion version, int connections) {
        var config = new EngineConfig(socket, version);
        var transport =
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .maxConnections(connections)
                        .connectionTimeout(CONNECT)
                        .build();
        return DockerClientImpl.getInstance(config, transport);
    }

    @Override
    public synchronized void close() {
        alarms.close();
        Set.copyOf(open).forEach(Stream::close);
        if (clients != null) {
            replace(clients);
        }
    }
}
