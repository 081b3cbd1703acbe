package dev.aiwm.nodeagent.driver.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a driver and its engine: knows what was asked, and lets something happen just
 * before the engine is asked.
 */
final class EngineDoor implements AutoCloseable {
    private final Path socket;
    private final Path engine;
    private final ServerSocketChannel server;
    private final List<SocketChannel> lines = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String awaited;
    private Runnable before;

    EngineDoor(Path socket, Path engine) throws IOException {
        this.socket = socket;
        this.engine = engine;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        run(this::accept);
    }

    Path socket() {
        return socket;
    }

    /** The first such request waits until this has happened. */
    synchronized void before(String request, Runnable happens) {
        awaited = request;
        before = happens;
    }

    /** How often this was asked for so far. */
    long count(String request) {
        return asked.stream().filter(line -> line.contains(request)).count();
    }

    private void accept() throws IOException {
        while (true) {
            var client = server.accept();
            lines.add(client);
            SocketChannel behind;
            try {
                behind = SocketChannel.open(UnixDomainSocketAddress.of(engine));
            } catch (IOException e) {
                client.close(); // there is no engine: neither is there a door
                continue;
            }
            lines.add(behind);
            run(() -> pass(client, behind, true));
            run(() -> pass(behind, client, false));
        }
    }

    private void pass(SocketChannel from, SocketChannel to, boolean asks) throws IOException {
        try (from;
                to) {
            var bytes = ByteBuffer.allocate(1 << 16);
            while (from.read(bytes) >= 0) {
                bytes.flip();
                if (asks) {
                    heard(ISO_8859_1.decode(bytes.duplicate()).toString());
                }
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
        }
    }

    /** A request may come together with the end of the one before it. */
    private void heard(String text) {
        text.lines()
                .filter(line -> line.endsWith(" HTTP/1.1"))
                .forEach(
                        line -> {
                            asked.add(line);
                            happen(line);
                        });
    }

    private synchronized void happen(String line) {
        if (awaited != null && line.contains(awaited)) {
            awaited = null;
            before.run();
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void run(Task task) {
        var thread =
                new Thread(
                        () -> {
                            try {
                                task.run();
                            } catch (IOException | UncheckedIOException e) {
                                Thread.currentThread().interrupt(); // closed: its end
                            }
                        },
                        "door of an engine");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var line : lines) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
