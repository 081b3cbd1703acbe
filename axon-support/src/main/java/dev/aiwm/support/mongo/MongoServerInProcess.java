package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A server that speaks MongoDB's protocol on a port of this machine only. */
public final class MongoServerInProcess implements AutoCloseable {
    /**
     * So many that connections have one each: who reads a document does not wait until another's
     * large write, which came by the same thread, is done. A thread begins with its first
     * connection.
     */
    private static final int THREADS = 64;

    private final MongoServer server;
    private final InetSocketAddress address;

    private MongoServerInProcess(MongoBackend backend, int port) {
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, THREADS);
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
        return "mongodb://" + address.getHostString() + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
