package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;

/**
 * Bytes of a live call in a binary frame: one byte for the channel, four for the stream, the rest
 * is payload. A sender may have no more bytes under way than it was granted; a grant is a frame of
 * its own, whose payload is the number of bytes as four bytes.
 */
public record StreamFrame(Channel channel, int streamId, byte[] bytes) {
    /** Largest payload of a frame. */
    public static final int MOST_BYTES = 16 * 1024;

    /** What a controller may say to an agent before it is granted more. */
    public static final int FIRST_INPUT_CREDIT = 64 * 1024;

    private static final int HEAD = 1 + Integer.BYTES;

    /** What the bytes are. */
    public enum Channel {
        OUT(1),
        ERR(2),
        IN(3),
        CREDIT(4);

        private final byte wire;

        Channel(int wire) {
            this.wire = (byte) wire;
        }

        private static Channel of(byte wire) {
            for (var channel : values()) {
                if (channel.wire == wire) {
                    return channel;
                }
            }
            throw new IllegalArgumentException("there is no channel " + wire);
        }
    }

    public StreamFrame {
        requireNonNull(channel, "channel is null");
    }

    public static StreamFrame credit(int streamId, int granted) {
        return new StreamFrame(
                Channel.CREDIT,
                streamId,
                ByteBuffer.allocate(Integer.BYTES).putInt(granted).array());
    }

    /** Throws IllegalArgumentException for what is no such frame. */
    public static StreamFrame read(ByteBuffer frame) {
        if (frame.remaining() < HEAD || frame.remaining() > HEAD + MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a frame has %d to %d bytes".formatted(HEAD, HEAD + MOST_BYTES));
        }
        var channel = Channel.of(frame.get());
        int streamId = frame.getInt();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        if (channel == Channel.CREDIT && bytes.length != Integer.BYTES) {
            throw new IllegalArgumentException("a grant has four bytes");
        }
        return new StreamFrame(channel, streamId, bytes);
    }

    public ByteBuffer write() {
        return ByteBuffer.allocate(HEAD + bytes.length)
                .put(channel.wire)
                .putInt(streamId)
                .put(bytes)
                .flip();
    }

    /** How many bytes a grant grants. */
    public int granted() {
        return ByteBuffer.wrap(bytes).getInt();
    }
}
