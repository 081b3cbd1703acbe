package dev.aiwm.benchmarks;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive HTTP connection, for one thread. It does as little as it can, so that what is
 * measured is the server and not the client.
 */
final class HttpLine implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int PATIENCE_MILLIS = 60_000;

    /** The server gives up connections that are idle for longer than that by a good deal. */
    private static final long IDLE_NANOS = 4_000_000_000L;

    private final Connection connection;
    private Closeable socket;
    private InputStream in;
    private OutputStream out;
    private long usedAt = System.nanoTime();

    /** What the server said. */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** How it connects, also when it has to again. */
    @FunctionalInterface
    private interface Connection {
        Streams open() throws IOException;
    }

    private record Streams(Closeable socket, InputStream in, OutputStream out) {}

    HttpLine(int port) throws IOException {
        this(() -> tcp(port));
    }

    /** To a server on this machine that listens at a file. */
    HttpLine(Path file) throws IOException {
        this(() -> unix(file));
    }

    private HttpLine(Connection connection) throws IOException {
        this.connection = connection;
        connect();
    }

    private static Streams tcp(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new Streams(socket, socket.getInputStream(), socket.getOutputStream());
    }

    private static Streams unix(Path file) throws IOException {
        var channel = SocketChannel.open(UnixDomainSocketAddress.of(file));
        return new Streams(
                channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
    }

    private void connect() throws IOException {
        var streams = connection.open();
        socket = streams.socket();
        in = new BufferedInputStream(streams.in(), BUFFER);
        out = streams.out();
    }

    /**
     * @param headers lines that end with CR LF
     */
    Reply send(String method, String path, String headers, String body) throws IOException {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        String head =
                method
                        + " "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\n"
                        + headers
                        + (body == null ? "" : "Content-Length: " + content.length + "\r\n")
                        + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[first.length + content.length];
        System.arraycopy(first, 0, request, 0, first.length);
        System.arraycopy(content, 0, request, first.length, content.length);
        if (System.nanoTime() - usedAt > IDLE_NANOS) {
            connectAgain();
        }
        Reply reply;
        try {
            reply = exchange(request);
        } catch (IOException e) {
            if (!method.equals("GET")) {
                throw e;
            }
            connectAgain();
            reply = exchange(request);
        }
        usedAt = System.nanoTime();
        if ("close".equals(reply.headers().get("connection"))) {
            connectAgain();
        }
        return reply;
    }

    private void connectAgain() throws IOException {
        close();
        connect();
    }

    private Reply exchange(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        return reply();
    }

    private Reply reply() throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        var headers = new HashMap<String, String>();
        String header = line();
        while (!header.isEmpty()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
            header = line();
        }
        return new Reply(status, headers, body(headers));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length));
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return new byte[0];
        }
        var whole = new java.io.ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            whole.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return whole.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                text.append((char) next);
            }
            next = in.read();
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
