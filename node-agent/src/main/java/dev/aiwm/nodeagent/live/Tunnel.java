package dev.aiwm.nodeagent.live;

import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A conversation with whoever listens at an address of this node. */
final class Tunnel implements Conversation {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final SocketChannel channel;
    private final ByteOutput output;

    private Tunnel(SocketChannel channel, ByteOutput output) {
        this.channel = channel;
        this.output = output;
    }

    static Tunnel to(SocketAddress address, ByteOutput output) {
        try {
            return new Tunnel(SocketChannel.open(address), output);
        } catch (IOException e) {
            throw new DriverException(
                    DriverException.Kind.RETRYABLE,
                    "UNREACHABLE",
                    "the screen does not answer: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void write(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Carries the other direction meanwhile, on this thread. */
    @Override
    public Integer await() {
        var buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            while (channel.read(buffer) >= 0) {
                byte[] said = new byte[buffer.flip().remaining()];
                buffer.get(said).clear();
                output.out(said);
            }
        } catch (IOException e) {
            // closed, by them or by us: either way it is over
        }
        return null;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // it is gone already
        }
    }
}
