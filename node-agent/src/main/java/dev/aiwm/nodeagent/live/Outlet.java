package dev.aiwm.nodeagent.live;

import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.contracts.protocol.StreamFrame.Channel;
import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.DriverException;

import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts what a live call says into frames, and lets it say no more than the listener granted. */
final class Outlet implements ByteOutput {
    private static final String NOBODY_LISTENS = "NOBODY_LISTENS";

    private final int streamId;
    private final Consumer<StreamFrame> frames;
    private long credit;
    private boolean closed;

    Outlet(int streamId, int credit, Consumer<StreamFrame> frames) {
        this.streamId = streamId;
        this.credit = credit;
        this.frames = frames;
    }

    @Override
    public void out(byte[] bytes) {
        say(Channel.OUT, bytes);
    }

    @Override
    public void err(byte[] bytes) {
        say(Channel.ERR, bytes);
    }

    synchronized void grant(int bytes) {
        credit += bytes;
        notifyAll();
    }

    /** Whoever says something learns that nobody listens any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void say(Channel channel, byte[] bytes) {
        int said = 0;
        while (said < bytes.length) {
            awaitCredit();
            int most = (int) Math.min(credit, StreamFrame.MOST_BYTES);
            int end = Math.min(bytes.length, said + most);
            credit -= end - said;
            frames.accept(new StreamFrame(channel, streamId, Arrays.copyOfRange(bytes, said, end)));
            said = end;
        }
    }

    private void awaitCredit() {
        try {
            while (credit <= 0 && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
        if (closed) {
            throw DriverException.permanent(NOBODY_LISTENS, "nobody listens any more");
        }
    }
}
