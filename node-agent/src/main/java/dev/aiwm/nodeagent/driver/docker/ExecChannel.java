package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.nodeagent.driver.ByteOutput;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A connection that the engine turns into the streams of a program. It is our own, as the library's
 * cannot tell a program that nothing more will be said to it, and keeps a thread for each silent
 * program. What is read waits for the taker, what is written for the program.
 */
final class ExecChannel implements Closeable {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int HEADER_BYTES = 8;
    private static final int UPGRADED = 101;
    private static final int OK = 200;
    private static final byte STDERR = 2;

    private final SocketChannel channel;
    private final boolean terminal;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

    private ExecChannel(SocketChannel channel, boolean terminal) {
        this.channel = channel;
        this.terminal = terminal;
    }

    /** Starts the program that was described to the engine. */
    static ExecChannel start(Path socket, String version, String execId, boolean terminal)
            throws IOException {
        var opened =
                new ExecChannel(SocketChannel.open(UnixDomainSocketAddress.of(socket)), terminal);
        try {
            opened.begin("/v" + version + "/exec/" + execId + "/start");
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private void begin(String path) throws IOException {
        String body = "{\"Detach\":false,\"Tty\":" + terminal + "}";
        String head =
                String.join(
                        "\r\n",
                        "POST " + path + " HTTP/1.1",
                        "Host: docker",
                        "Content-Type: application/json",
                        "Connection: Upgrade",
                        "Upgrade: tcp",
                        "Content-Length: " + body.length(),
                        "",
                        "");
        write((head + body).getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().replaceFirst("^HTTP/1\\.[01] (\\d{3}).*$", "$1"));
        while (!line().isEmpty()) {
            // headers: nothing in them matters
        }
        if (status != UPGRADED && status != OK) {
            throw new IOException("the engine answered " + status + " instead of a stream");
        }
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        while (true) {
            if (!fill()) {
                throw new EOFException("the engine hung up");
            }
            char next = (char) buffer.get();
            if (next == '\n') {
                return text.toString().strip();
            }
            text.append(next);
        }
    }

    /** Gives the next piece of what the program says to the output; false at its end. */
    boolean pass(ByteOutput output) throws IOException {
        if (terminal) {
            if (!fill()) {
                return false;
            }
            output.out(take(buffer.remaining()));
            return true;
        }
        byte[] header = new byte[HEADER_BYTES];
        for (int i = 0; i < HEADER_BYTES; i++) {
            if (!fill()) {
                return false;
            }
            header[i] = buffer.get();
        }
        int left = ByteBuffer.wrap(header).getInt(Integer.BYTES);
        while (left > 0) {
            if (!fill()) {
                return false;
            }
            byte[] said = take(Math.min(left, buffer.remaining()));
            left -= said.length;
            if (header[0] == STDERR) {
                output.err(said);
            } else {
                output.out(said);
            }
        }
        return true;
    }

    void write(byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            int unused = channel.write(left);
        }
    }

    /** The program reads the end of its input. */
    void endInput() throws IOException {
        var unused = channel.shutdownOutput();
    }

    private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        buffer.clear();
        int read = channel.read(buffer);
        buffer.flip();
        return read > 0;
    }

    private byte[] take(int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
