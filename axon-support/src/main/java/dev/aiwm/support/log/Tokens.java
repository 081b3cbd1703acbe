package dev.aiwm.support.log;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;

/** Tracking tokens of the JDBC log: a plain position, because commit order is position order. */
final class Tokens {
    private Tokens() {}

    static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    static long positionOf(TrackingToken token) {
        TrackingToken plain = WrappedToken.unwrapLowerBound(token);
        if (plain == null) {
            return 0;
        }
        if (plain instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException("not a token of this log: " + token);
    }
}
