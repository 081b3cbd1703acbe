package dev.aiwm.support.log;

import org.axonframework.eventhandling.TrackedEventMessage;

import java.util.function.Predicate;

/**
 * Listens to the log and acts when what is new has an event that is wanted; and now and then, so
 * that the ring does not go on past its follower.
 */
final class OnlyWanted implements Runnable {
    private static final long LONGEST_SILENCE = 1_000;

    private final LiveLog live;
    private final Predicate<TrackedEventMessage<?>> wanted;
    private final Runnable action;

    /** The slot to look at next. */
    private long next;

    /** The slot to look at next when it last acted. */
    private long acted;

    OnlyWanted(LiveLog live, Predicate<TrackedEventMessage<?>> wanted, Runnable action) {
        this.live = live;
        this.wanted = wanted;
        this.action = action;
        this.next = live.state().next();
        this.acted = next;
    }

    @Override
    public void run() {
        LiveLog.State state = live.state();
        boolean any = state.failure() != null || state.next() - acted > LONGEST_SILENCE;
        while (!any && next < state.next()) {
            LiveLog.Slot slot = live.slot(next);
            any = slot == null || wanted.test(slot.event());
            next++;
        }
        next = state.next();
        if (any) {
            acted = next;
            action.run();
        }
    }
}
