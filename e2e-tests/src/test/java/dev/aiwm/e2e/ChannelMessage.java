package dev.aiwm.e2e;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A whole WebSocket message as its bytes went over the line, or a control frame.
 *
 * @param type of the envelope; null for a control frame
 */
record ChannelMessage(byte[] raw, String type) {
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([^\"]+)\"");
    private static final int CONTROL = 8;
    private static final int MASKED = 0x80;
    private static final int FINAL = 0x80;

    boolean isControl() {
        return type == null;
    }

    private record Frame(byte[] raw, int opcode, boolean last, byte[] payload) {}

    /** Reads until a message is whole; control frames in the middle of one are not expected. */
    static ChannelMessage read(DataInputStream in) throws IOException {
        var raw = new ByteArrayOutputStream();
        var text = new ByteArrayOutputStream();
        while (true) {
            var frame = frame(in);
            raw.write(frame.raw());
            if (frame.opcode() >= CONTROL) {
                return new ChannelMessage(raw.toByteArray(), null);
            }
            text.write(frame.payload());
            if (frame.last()) {
                return new ChannelMessage(raw.toByteArray(), typeOf(text));
            }
        }
    }

    private static String typeOf(ByteArrayOutputStream text) {
        var found = TYPE.matcher(text.toString(StandardCharsets.UTF_8));
        return found.find() ? found.group(1) : "?";
    }

    private static Frame frame(DataInputStream in) throws IOException {
        var raw = new ByteArrayOutputStream();
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        raw.write(first);
        raw.write(second);
        int lengthBytes =
                switch (second & 0x7F) {
                    case 126 -> 2;
                    case 127 -> 8;
                    default -> 0;
                };
        long length = second & 0x7F;
        if (lengthBytes > 0) {
            byte[] extended = in.readNBytes(lengthBytes);
            raw.write(extended);
            length = 0;
            for (byte one : extended) {
                length = length << 8 | one & 0xFF;
            }
        }
        byte[] mask = in.readNBytes((second & MASKED) == 0 ? 0 : 4);
        raw.write(mask);
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        raw.write(payload);
        for (int i = 0; mask.length > 0 && i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new Frame(raw.toByteArray(), first & 0x0F, (first & FINAL) != 0, payload);
    }
}
