package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.RemoteApiVersion;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The client for short calls to one engine; closed when whoever made it and all users have left.
 */
final class Clients {
    private final RemoteApiVersion version;
    private final DockerClient calls;
    private int users = 1;

    Clients(RemoteApiVersion version, DockerClient calls) {
        this.version = version;
        this.calls = calls;
    }

    RemoteApiVersion version() {
        return version;
    }

    DockerClient calls() {
        return calls;
    }

    synchronized void enter() {
        users++;
    }

    void leave() {
        boolean last;
        synchronized (this) {
            users--;
            last = users == 0;
        }
        if (last) {
            closed(calls);
        }
    }

    static void closed(DockerClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
