package dev.aiwm.command.gateway;

import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.StreamClose;
import dev.aiwm.contracts.protocol.StreamControl;
import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.contracts.protocol.StreamFrame.Channel;
import dev.aiwm.contracts.protocol.TerminalSize;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;

/**
 * One live call with its two credits: what the agent may say before it was dealt with here, and
 * what may be said to the agent before it was dealt with there.
 */
final class OpenStream implements LiveStream {
    /** Bytes that may be under way to here. */
    static final int WINDOW = 256 * 1024;

    private static final int MOST_WAITING = 1024 * 1024;
    private static final String BROKEN = "STREAM_BROKEN";

    /** The way to the agent; keeps order and waits for nothing. */
    interface Way {
        void send(String type, ControllerData data);

        void send(ByteBuffer frame);
    }

    private final int id;
    private final Way way;
    private final LiveListener listener;
    private final Runnable forget;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private int credit = StreamFrame.FIRST_INPUT_CREDIT;
    private int underWay;
    private int consumed;
    private boolean inputEnds;
    private boolean over;

    OpenStream(int id, Way way, LiveListener listener, Runnable forget) {
        this.id = id;
        this.way = way;
        this.listener = listener;
        this.forget = forget;
    }

    void opened(Map<String, String> details) {
        listener.opened(details);
    }

    void received(StreamFrame frame) {
        switch (frame.channel()) {
            case OUT, ERR -> heard(frame);
            case CREDIT -> granted(frame.granted());
            case IN -> broken("the agent said something to itself");
        }
    }

    private void heard(StreamFrame frame) {
        boolean tooMuch;
        synchronized (this) {
            if (over) {
                return;
            }
            underWay += frame.bytes().length;
            tooMuch = underWay > WINDOW;
        }
        if (tooMuch) {
            broken("the agent said more than it may");
        } else {
            listener.heard(this, frame.channel() == Channel.ERR, frame.bytes());
        }
    }

    private synchronized void granted(int bytes) {
        credit += bytes;
        sayWhatWaits();
    }

    @Override
    public void say(byte[] bytes) {
        boolean tooMuch;
        synchronized (this) {
            if (over || bytes.length == 0) {
                return;
            }
            waiting.add(bytes);
            waitingBytes += bytes.length;
            tooMuch = waitingBytes > MOST_WAITING;
            if (!tooMuch) {
                sayWhatWaits();
            }
        }
        if (tooMuch) {
            broken("more was said than the other end takes in");
        }
    }

    private void sayWhatWaits() {
        while (credit > 0 && !waiting.isEmpty()) {
            var next = ByteBuffer.wrap(waiting.remove());
            while (credit > 0 && next.hasRemaining()) {
                int size = Math.min(Math.min(credit, next.remaining()), StreamFrame.MOST_BYTES);
                byte[] part = new byte[size];
                next.get(part);
                credit -= size;
                waitingBytes -= size;
                way.send(new StreamFrame(Channel.IN, id, part).write());
            }
            if (next.hasRemaining()) {
                byte[] rest = new byte[next.remaining()];
                next.get(rest);
                putBack(rest);
            }
        }
        if (inputEnds && waiting.isEmpty()) {
            inputEnds = false;
            way.send(MessageType.STREAM_CONTROL, new StreamControl(id, null, null, true));
        }
    }

    private void putBack(byte[] rest) {
        var later = new ArrayDeque<>(waiting);
        waiting.clear();
        waiting.add(rest);
        waiting.addAll(later);
    }

    @Override
    public synchronized void endInput() {
        inputEnds = !over;
        sayWhatWaits();
    }

    @Override
    public synchronized void resize(TerminalSize terminal) {
        control(new StreamControl(id, terminal, null, false));
    }

    @Override
    public synchronized void signal(String name) {
        control(new StreamControl(id, null, name, false));
    }

    private void control(StreamControl control) {
        if (!over) {
            way.send(MessageType.STREAM_CONTROL, control);
        }
    }

    @Override
    public synchronized void consumed(int bytes) {
        underWay -= bytes;
        consumed += bytes;
        if (!over && consumed >= WINDOW / 2) {
            way.send(StreamFrame.credit(id, consumed).write());
            consumed = 0;
        }
    }

    @Override
    public void close() {
        if (finish()) {
            way.send(MessageType.STREAM_CLOSE, new StreamClose(id));
        }
    }

    void ended(Integer exitCode, CommandError error) {
        if (finish()) {
            listener.ended(exitCode, error);
        }
    }

    private void broken(String why) {
        if (finish()) {
            way.send(MessageType.STREAM_CLOSE, new StreamClose(id));
            listener.ended(null, new CommandError(BROKEN, why, false));
        }
    }

    private synchronized boolean finish() {
        boolean first = !over;
        over = true;
        waiting.clear();
        forget.run();
        return first;
    }
}
