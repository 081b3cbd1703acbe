package dev.aiwm.e2e;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of HTTP as a browser needs of a test: one request on each connection. */
final class PlainServer implements AutoCloseable {
    record Request(String method, URI uri, byte[] body) {}

    @FunctionalInterface
    interface Handler {
        void handle(Request request, OutputStream answer) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket listening;
    private final Handler handler;

    PlainServer(Handler handler) throws IOException {
        this.handler = handler;
        listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Begins an answer that goes on until its connection is closed. */
    static void head(OutputStream answer, int status, String type, String more) throws IOException {
        var head =
                "HTTP/1.1 %d Told\r\nContent-Type: %s\r\nConnection: close\r\n%s\r\n"
                        .formatted(status, type, more);
        answer.write(head.getBytes(StandardCharsets.UTF_8));
        answer.flush();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var first = line(in).split(" ", 3);
            int length = 0;
            for (var header = line(in); !header.isEmpty(); header = line(in)) {
                var parts = header.split(":", 2);
                if (parts[0].equalsIgnoreCase("Content-Length")) {
                    length = Integer.parseInt(parts[1].strip());
                }
            }
            if (first.length == 3) {
                var body = in.readNBytes(length);
                handler.handle(
                        new Request(first[0], URI.create(first[1]), body),
                        socket.getOutputStream());
            }
        } catch (IOException e) {
            // the browser has gone, or the test has ended
            return;
        }
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != -1 && next != '\n'; next = in.read()) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
