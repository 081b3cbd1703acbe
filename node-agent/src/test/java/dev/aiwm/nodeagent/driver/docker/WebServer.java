package dev.aiwm.nodeagent.driver.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program that answers HTTP as it is told to, one after the other. */
final class WebServer implements AutoCloseable {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private volatile int status;

    WebServer(int status) {
        this.status = status;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "web server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        boolean more = true;
        while (more) {
            more = serveNext();
        }
    }

    /** False when there is nobody to come. */
    private boolean serveNext() {
        try (var line = server.accept()) {
            answer(line);
            return true;
        } catch (IOException e) {
            return !server.isClosed();
        }
    }

    private void answer(Socket line) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
        String first = in.readLine();
        String next = first;
        while (next != null && !next.isEmpty()) {
            next = in.readLine();
        }
        if (next != null) {
            asked.add(first);
            String body = "word ".repeat(20_000);
            String head = "HTTP/1.1 %d As told\r\nContent-Length: %d\r\n\r\n";
            var out = line.getOutputStream();
            out.write(head.formatted(status, body.length()).getBytes(US_ASCII));
            out.write(body.getBytes(US_ASCII));
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void answer(int with) {
        status = with;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
