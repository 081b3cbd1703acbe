package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A server that speaks MongoDB's protocol on a port of this machine only. */
public final class MongoServerInProcess implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final MongoServer server;
    private final InetSocketAddress address;

    private MongoServerInProcess(MongoBackend backend, int port) {
        this.server = new MongoServer(backend);
        server.bind(LOOPBACK, port);
        this.address = server.getLocalAddress();
    }

    /**
     * Keeps its documents in a file, which one server at a time can open.
     *
     * @param port 0 for any that is free
     */
    public static MongoServerInProcess on(Path file, int port) {
        return new MongoServerInProcess(new StoredBackend(DocumentFile.open(file)), port);
    }

    public String uri() {
        return "mongodb://" + LOOPBACK + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
