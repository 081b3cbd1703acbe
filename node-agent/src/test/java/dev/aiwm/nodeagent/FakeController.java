package dev.aiwm.nodeagent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The controller's end of the node channel, small enough to be told what to say word by word. */
public final class FakeController implements AutoCloseable {
    static final int PATIENCE_SECONDS = 20;

    private final ServerSocket server;
    private final BlockingQueue<FakeConnection> connections = new LinkedBlockingQueue<>();
    private final List<FakeConnection> all = new CopyOnWriteArrayList<>();
    private final Semaphore refusals = new Semaphore(0);
    private volatile int refusal;

    public FakeController() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("fake-controller", this::listen);
    }

    public URI uri() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/ws/node");
    }

    /** Answer the next handshakes with this status; 0 to accept again. */
    void refuseWith(int status) {
        refusal = status;
    }

    /** The next agent that gets through. */
    FakeConnection next() {
        try {
            var connection = connections.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (connection == null) {
                throw new AssertionError("no agent connected");
            }
            return connection;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns once so many agents were refused. */
    void awaitRefusals(int count) {
        try {
            if (!refusals.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no agent tries");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int connectionsSoFar() {
        return all.size();
    }

    @Override
    public void close() {
        all.forEach(FakeConnection::cut);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                var socket = server.accept();
                start("fake-connection", () -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try {
            var connection = FakeConnection.handshake(socket, refusal);
            if (connection != null) {
                all.add(connection);
                connections.add(connection);
                connection.read();
            } else {
                refusals.release();
            }
        } catch (IOException e) {
            // the agent hung up
        }
    }
}
