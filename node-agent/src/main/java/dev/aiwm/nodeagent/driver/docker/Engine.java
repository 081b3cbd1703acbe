package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;

import dev.aiwm.nodeagent.driver.DriverException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * The engine behind its socket. Short calls and streams have connections of their own, so that no
 * number of followed streams keeps a short call waiting. The version of the interface is the newest
 * that both sides know, asked for anew whenever the engine may have been replaced.
 */
final class Engine implements AutoCloseable {
    private static final RemoteApiVersion NEWEST_TRIED = RemoteApiVersion.VERSION_1_44;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int SHORT_CALLS = 32;
    private static final int STREAMS = 512;

    private final Path socket;
    private final Alarms alarms;
    private Clients clients;

    Engine(Path socket, Duration patience) {
        this.socket = socket;
        alarms = new Alarms(patience);
    }

    private record Clients(RemoteApiVersion version, DockerClient calls, DockerClient streams) {
        void close() {
            closed(calls);
            closed(streams);
        }
    }

    /** A short call; gives up when the engine does not answer it in time. */
    <T> T ask(Function<DockerClient, T> call) {
        try (var alarm = alarms.set()) {
            try {
                return call.apply(clients().calls());
            } catch (DriverException e) {
                throw e;
            } catch (RuntimeException e) {
                throw alarm.rang() ? Faults.silent(e) : Faults.told(e);
            }
        }
    }

    /** A short call without an answer. */
    void tell(Function<DockerClient, ?> call) {
        Object unused = ask(call);
    }

    /** For what goes on for long; whoever takes this closes what it opens. */
    DockerClient streams() {
        try {
            return clients().streams();
        } catch (DriverException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Faults.told(e);
        }
    }

    /** What is running there now. */
    Version version() {
        return ask(client -> client.versionCmd().exec());
    }

    /** The engine may be another one from now on. */
    synchronized void reconsider() {
        if (clients != null) {
            var agreed = agree(version());
            if (!agreed.equals(clients.version())) {
                clients.close();
                clients = null;
            }
        }
    }

    private synchronized Clients clients() {
        if (clients == null) {
            var asking = client(RemoteApiVersion.unknown(), 1);
            try {
                var version = agree(asking.versionCmd().exec());
                clients =
                        new Clients(
                                version, client(version, SHORT_CALLS), client(version, STREAMS));
            } finally {
                closed(asking);
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

    private static void closed(DockerClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        alarms.close();
        if (clients != null) {
            clients.close();
            clients = null;
        }
    }
}
