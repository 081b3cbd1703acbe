package dev.aiwm.nodeagent.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Stands between a driver and its engine, passes everything on, and can part them as a restart of
 * the engine would.
 */
public final class Relay implements AutoCloseable {
    private static final Consumer<ByteBuffer> UNHEARD = answer -> {};

    private final Path socket;
    private final Path engine;
    private final Consumer<ByteBuffer> asked;
    private final List<SocketChannel> lines = new CopyOnWriteArrayList<>();
    private ServerSocketChannel server;

    /**
     * @param asked hears what the engine is asked, before it is
     */
    public Relay(Path socket, Path engine, Consumer<ByteBuffer> asked) throws IOException {
        this.socket = socket;
        this.engine = engine;
        this.asked = asked;
        join();
    }

    public Relay(Path socket, Path engine) throws IOException {
        this(socket, engine, UNHEARD);
    }

    public Path socket() {
        return socket;
    }

    /** Nobody comes through from now on, and who is through is thrown out. */
    public void cut() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        for (var line : lines) {
            line.close();
        }
        lines.clear();
    }

    public void join() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        var listening = server;
        run(() -> accept(listening));
    }

    private void accept(ServerSocketChannel listening) throws IOException {
        while (listening.isOpen()) {
            var client = listening.accept();
            lines.add(client);
            SocketChannel behind;
            try {
                behind = SocketChannel.open(UnixDomainSocketAddress.of(engine));
            } catch (IOException e) {
                client.close(); // there is no engine: neither is there a way to it
                continue;
            }
            lines.add(behind);
            if (!listening.isOpen()) {
                client.close(); // cut meanwhile, perhaps without these two
                behind.close();
                return;
            }
            run(() -> pass(client, behind, asked));
            run(() -> pass(behind, client, UNHEARD));
        }
    }

    private static void pass(SocketChannel from, SocketChannel to, Consumer<ByteBuffer> heard)
            throws IOException {
        try (from;
                to) {
            var bytes = ByteBuffer.allocate(1 << 16);
            while (from.read(bytes) >= 0) {
                bytes.flip();
                heard.accept(bytes.duplicate());
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
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
                                Thread.currentThread().interrupt(); // cut: its end
                            }
                        },
                        "between driver and engine");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
