package dev.aiwm.nodeagent.driver.libvirt;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a driver and libvirt, and can part them as a restart of libvirt would. */
final class Intermediary implements AutoCloseable {
    private static final Path LIBVIRT = Path.of("/run/libvirt/libvirt-sock");

    private final Path socket;
    private final List<SocketChannel> lines = new CopyOnWriteArrayList<>();
    private ServerSocketChannel server;

    Intermediary(Path socket) throws IOException {
        this.socket = socket;
        join();
    }

    String uri() {
        return "qemu+unix:///system?socket=" + socket;
    }

    /** Nobody comes through from now on, and who is through is thrown out. */
    void cut() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        for (var line : lines) {
            line.close();
        }
        lines.clear();
    }

    void join() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        var listening = server;
        run(() -> accept(listening));
    }

    private void accept(ServerSocketChannel listening) throws IOException {
        while (listening.isOpen()) {
            var client = listening.accept();
            var libvirt = SocketChannel.open(UnixDomainSocketAddress.of(LIBVIRT));
            lines.add(client);
            lines.add(libvirt);
            run(() -> pass(client, libvirt));
            run(() -> pass(libvirt, client));
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) throws IOException {
        try (from;
                to) {
            var bytes = ByteBuffer.allocate(1 << 16);
            while (from.read(bytes) >= 0) {
                bytes.flip();
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
                            } catch (IOException e) {
                                Thread.currentThread().interrupt(); // cut: its end
                            }
                        },
                        "between driver and libvirt");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
