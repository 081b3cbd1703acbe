package dev.aiwm.nodeagent.driver.libvirt.images;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every request with the same bytes. */
final class WebServer implements AutoCloseable {
    private final byte[] content;
    private final AtomicInteger asked = new AtomicInteger();
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Thread thread = new Thread(this::serve, "web server of a test");

    WebServer(byte[] content) throws IOException {
        this.content = content;
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    int asked() {
        return asked.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            answerNext();
        }
    }

    private void answerNext() {
        try (Socket client = socket.accept()) {
            answer(client);
        } catch (IOException e) {
            assertThat(e).as("closed, or the client went away").isNotNull();
        }
    }

    private void answer(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        asked.incrementAndGet();
        String head =
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                        .formatted(content.length);
        client.getOutputStream().write(head.getBytes(US_ASCII));
        client.getOutputStream().write(content);
    }

    /** What waits in accept takes one more, also of a closed socket: gone once it has seen that. */
    @Override
    public void close() throws IOException, InterruptedException {
        socket.close();
        thread.join();
    }
}
