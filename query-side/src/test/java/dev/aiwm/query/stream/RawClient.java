package dev.aiwm.query.stream;

import dev.aiwm.query.Program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Holds a connection to the stream of which it reads only what it is told to. */
final class RawClient implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader reader;

    private RawClient(Program program, String token, String query) throws IOException {
        var uri = program.uri("/api/events/stream" + query);
        socket.setReceiveBufferSize(2048);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        var request =
                "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(uri.getPath() + "?" + uri.getQuery(), token);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var input = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
        reader = new BufferedReader(input, 64);
    }

    static RawClient open(Program program, String token, String query) throws IOException {
        return new RawClient(program, token, query);
    }

    /** Reads up to a line that holds a text; fails when the connection ends or stays silent. */
    String lineWith(String text) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("the stream ended without " + text);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
