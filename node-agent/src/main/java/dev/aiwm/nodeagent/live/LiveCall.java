package dev.aiwm.nodeagent.live;

import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.StreamControl;
import dev.aiwm.contracts.protocol.StreamEnded;
import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.contracts.protocol.StreamOpen;
import dev.aiwm.contracts.protocol.StreamOpened;
import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** One live call, from its opening until it is over or nobody listens any more. */
final class LiveCall {
    private static final Logger log = LoggerFactory.getLogger(LiveCall.class);

    /** What is said on behalf of the call; may be called from any thread. */
    interface Voice {
        void say(StreamFrame frame);

        void opened(StreamOpened opened);

        void ended(StreamEnded ended);
    }

    private final int streamId;
    private final Voice voice;
    private final Outlet outlet;
    private final Inlet inlet;
    private final FutureTask<Void> work;

    LiveCall(StreamOpen open, Repertoire repertoire, Executor blocking, Voice voice) {
        streamId = open.streamId();
        this.voice = voice;
        outlet = new Outlet(streamId, open.credit(), voice::say);
        inlet = new Inlet(blocking);
        work = new FutureTask<>(() -> carryOut(repertoire, open), null);
    }

    /** Blocks for as long as the call lasts. */
    void run() {
        work.run();
    }

    ByteOutput output() {
        return outlet;
    }

    void opened(Map<String, String> details) {
        voice.opened(new StreamOpened(streamId, details));
    }

    /** Lets the two talk until the other ends it. */
    Integer converse(Conversation with) throws InterruptedException {
        try (with) {
            inlet.open(with);
            return with.await();
        }
    }

    void received(StreamFrame frame) {
        switch (frame.channel()) {
            case CREDIT -> outlet.grant(frame.granted());
            case IN ->
                    inlet.say(
                            conversation -> {
                                conversation.write(frame.bytes());
                                voice.say(StreamFrame.credit(streamId, frame.bytes().length));
                            });
            case OUT, ERR -> log.debug("a controller says nothing on {}", frame.channel());
        }
    }

    void control(StreamControl control) {
        var terminal = control.terminal();
        if (terminal != null) {
            inlet.say(conversation -> conversation.resize(terminal.columns(), terminal.rows()));
        }
        if (control.signal() != null) {
            inlet.say(conversation -> conversation.signal(control.signal()));
        }
        if (control.endOfInput()) {
            inlet.say(Conversation::endInput);
        }
    }

    /** Nobody listens any more; it ends soon. */
    void close() {
        outlet.close();
        inlet.close();
        work.cancel(true);
    }

    private void carryOut(Repertoire repertoire, StreamOpen open) {
        try {
            end(repertoire.carryOut(open.command(), this), null);
        } catch (DriverException e) {
            end(null, new CommandError(e.code(), e.getMessage(), e.isRetryable()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(null, new CommandError(DriverException.INTERRUPTED, "told to give up", true));
        } catch (RuntimeException e) {
            log.error("live call {} failed", open.command().type(), e);
            end(null, new CommandError("INTERNAL", "the agent failed at this", false));
        }
    }

    private void end(Integer exitCode, CommandError error) {
        voice.ended(new StreamEnded(streamId, exitCode, error));
    }
}
