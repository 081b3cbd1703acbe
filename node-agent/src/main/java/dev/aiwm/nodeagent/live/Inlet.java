package dev.aiwm.nodeagent.live;

import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What is said to a live call: kept in order, and passed on away from the loop, since whom it is
 * for may be slow. What comes before there is anybody to talk to waits.
 */
final class Inlet {
    private static final Logger log = LoggerFactory.getLogger(Inlet.class);

    private final Executor blocking;
    private final Queue<Consumer<Conversation>> waiting = new ArrayDeque<>();
    private Conversation conversation;
    private boolean passing;
    private boolean closed;

    Inlet(Executor blocking) {
        this.blocking = blocking;
    }

    void say(Consumer<Conversation> words) {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.add(words);
        }
        passOn();
    }

    /** From now on there is somebody to talk to; ended at once when nobody wants to any more. */
    void open(Conversation opened) {
        boolean late;
        synchronized (this) {
            late = closed;
            conversation = opened;
        }
        if (late) {
            opened.close();
        } else {
            passOn();
        }
    }

    /** Nothing more is passed on, and the conversation ends. */
    void close() {
        Conversation open;
        synchronized (this) {
            closed = true;
            waiting.clear();
            open = conversation;
        }
        if (open != null) {
            blocking.execute(open::close);
        }
    }

    private synchronized void passOn() {
        if (!passing && conversation != null && !waiting.isEmpty()) {
            passing = true;
            blocking.execute(this::passAll);
        }
    }

    private void passAll() {
        for (var next = next(); next != null; next = next()) {
            try {
                next.accept(conversation);
            } catch (DriverException e) {
                log.debug("not passed on: {}", e.getMessage());
            }
        }
    }

    private synchronized Consumer<Conversation> next() {
        var next = waiting.poll();
        if (next == null) {
            passing = false;
        }
        return next;
    }
}
