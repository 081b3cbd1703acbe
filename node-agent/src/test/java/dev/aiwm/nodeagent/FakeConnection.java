package dev.aiwm.nodeagent;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.Envelope;
import dev.aiwm.contracts.protocol.FollowingStep;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.contracts.protocol.NodeRegistered;
import dev.aiwm.contracts.protocol.ResultTaken;
import dev.aiwm.contracts.protocol.StepData;
import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.nodeagent.channel.Wire;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One agent's connection, as the controller has it (RFC 6455, the server's half). */
final class FakeConnection {
    private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    final Map<String, String> headers;
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<StreamFrame> frames = new LinkedBlockingQueue<>();
    private int pieces = 1;
    private volatile int closeCode;
    private final CountDownLatch ended = new CountDownLatch(1);

    private FakeConnection(
            Socket socket, DataInputStream in, OutputStream out, Map<String, String> headers) {
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.headers = headers;
    }

    static FakeConnection handshake(Socket socket, int refusal) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var out = socket.getOutputStream();
        var headers = headers(in);
        if (refusal != 0) {
            out.write(ascii("HTTP/1.1 " + refusal + " No\r\nContent-Length: 0\r\n\r\n"));
            socket.close();
            return null;
        }
        out.write(
                ascii(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept(headers.get("sec-websocket-key"))
                                + "\r\n\r\n"));
        return new FakeConnection(socket, in, out, headers);
    }

    /** The next message of this type; those of other types before it are dropped. */
    JsonNode expect(String type) {
        while (true) {
            var message = nextMessage();
            if (message.path("type").asString("").equals(type)) {
                return message;
            }
        }
    }

    <T> T expect(String type, Class<T> dataType) {
        return Wire.JSON.treeToValue(expect(type).path("data"), dataType);
    }

    /** The next message that is about commands, whatever it is. */
    JsonNode nextMessage() {
        try {
            var message = received.poll(FakeController.PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the agent says nothing");
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Let the agent in: answers what it registered as. */
    NodeRegister register(ResourceId... keep) {
        var register = expect(MessageType.NODE_REGISTER, NodeRegister.class);
        accept(keep);
        return register;
    }

    void accept(ResourceId... keep) {
        send(MessageType.NODE_REGISTERED, new NodeRegistered(1, 60_000, 60_000, List.of(keep)));
    }

    StepData command(
            ExecutionId execution,
            int step,
            int attempt,
            AgentCommand command,
            FollowingStep... following) {
        var data =
                new StepData(
                        execution,
                        step,
                        attempt,
                        false,
                        Instant.now().plus(Duration.ofMinutes(5)),
                        command,
                        List.of(following));
        send(command.type(), data);
        return data;
    }

    CommandResult result() {
        return expect(MessageType.COMMAND_RESULT, CommandResult.class);
    }

    void take(CommandResult result) {
        send(
                MessageType.RESULT_TAKEN,
                new ResultTaken(
                        result.executionId(),
                        result.stepIndex(),
                        result.attempt(),
                        result.compensation()));
    }

    void send(String type, ControllerData data) {
        sendText(
                Wire.JSON.writeValueAsString(
                        new Envelope(
                                type,
                                UUID.randomUUID().toString(),
                                Instant.now(),
                                new ResourceRef("test", "test"),
                                data)));
    }

    void sendText(String text) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        int size = Math.max(1, (all.length + pieces - 1) / pieces);
        for (int at = 0; at < all.length; at += size) {
            int end = Math.min(all.length, at + size);
            boolean last = end == all.length;
            write((last ? FINAL : 0) | (at == 0 ? TEXT : 0), Arrays.copyOfRange(all, at, end));
        }
    }

    void send(StreamFrame frame) {
        write(FINAL | BINARY, frame.write().array());
    }

    /** The next frame of a live call. */
    StreamFrame nextFrame() {
        try {
            var frame = frames.poll(FakeController.PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("the agent says nothing");
            }
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether frames have come that nobody looked at. */
    boolean hasFrames() {
        return !frames.isEmpty();
    }

    /** From now on, send each message in so many frames. */
    void inPieces(int count) {
        pieces = count;
    }

    /** What the agent said at the end; 0 when it said nothing. */
    int closeCode() {
        return closeCode;
    }

    void close(int code, String reason) {
        var text = reason.getBytes(StandardCharsets.UTF_8);
        write(
                FINAL | CLOSE,
                ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
    }

    /** Hang up without a word. */
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void awaitEnd() {
        try {
            if (!ended.await(FakeController.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the agent did not hang up");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void read() throws IOException {
        try {
            var text = new ByteArrayOutputStream();
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = payload();
                int opcode = first & 0x0F;
                if (opcode == CLOSE) {
                    closeCode = ByteBuffer.wrap(payload).getShort() & 0xFFFF;
                    return;
                }
                if (opcode == PING) {
                    write(FINAL | PONG, payload);
                } else if (opcode == BINARY) {
                    frames.add(StreamFrame.read(ByteBuffer.wrap(payload)));
                } else if (opcode <= TEXT) {
                    text.write(payload);
                    if ((first & FINAL) != 0) {
                        received.add(Wire.JSON.readTree(text.toByteArray()));
                        text.reset();
                    }
                }
            }
        } finally {
            ended.countDown();
            socket.close();
        }
    }

    private byte[] payload() throws IOException {
        long length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(Math.toIntExact(length));
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private synchronized void write(int first, byte[] payload) {
        try {
            var frame = ByteBuffer.allocate(payload.length + 10).put((byte) first);
            if (payload.length < 126) {
                frame.put((byte) payload.length);
            } else if (payload.length < 65_536) {
                frame.put((byte) 126).putShort((short) payload.length);
            } else {
                frame.put((byte) 127).putLong(payload.length);
            }
            frame.put(payload);
            out.write(frame.array(), 0, frame.position());
            out.flush();
        } catch (IOException e) {
            // the agent is gone; whoever tests that looks for it elsewhere
        }
    }

    private static Map<String, String> headers(DataInputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.readUnsignedByte());
        }
        var headers = new HashMap<String, String>();
        text.toString()
                .lines()
                .filter(line -> line.contains(": "))
                .forEach(
                        line -> {
                            int colon = line.indexOf(": ");
                            headers.put(
                                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                                    line.substring(colon + 2));
                        });
        return headers;
    }

    private static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(ascii(key + ACCEPT_SALT));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
