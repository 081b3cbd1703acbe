package dev.aiwm.support.log;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;

/**
 * Tracking tokens of a log whose commit order is position order: a plain number. As Axon Server
 * does it, the token of the first event is 0, and there is none before it; positions start at 1.
 */
final class Tokens {
    private Tokens() {}

    static TrackingToken at(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position - 1);
    }

    static long positionOf(TrackingToken token) {
        TrackingToken plain = WrappedToken.unwrapLowerBound(token);
        if (plain == null) {
            return 0;
        }
        if (plain instanceof GlobalSequenceTrackingToken place) {
            return place.getGlobalIndex() + 1;
        }
        throw new IllegalArgumentException("not a token of this log: " + token);
    }
}
