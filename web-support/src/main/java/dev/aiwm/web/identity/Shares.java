package dev.aiwm.web.identity;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import java.util.HashMap;
import java.util.Map;

/** What there is only so much of at a time: no organisation has more than half of it. */
public final class Shares {
    private final int most;
    private final String what;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /**
     * @param what there is so much of, in words that follow the number
     */
    public Shares(int most, String what) {
        this.most = most;
        this.what = requireNonNull(what, "what is null");
    }

    /**
     * Whoever takes gives back, once.
     *
     * @throws Rejection TOO_MANY_REQUESTS when nothing is left, or nothing for this organisation
     */
    public synchronized void take(String orgId) {
        int own = taken.getOrDefault(orgId, 0);
        int share = (most + 1) / 2;
        if (all >= most) {
            throw tooMany("all " + most + " " + what + " are taken");
        }
        if (own >= share) {
            throw tooMany("your organisation has its share, " + share + " of " + most + " " + what);
        }
        taken.put(orgId, own + 1);
        all++;
    }

    public synchronized void giveBack(String orgId) {
        taken.computeIfPresent(orgId, (unused, own) -> own > 1 ? own - 1 : null);
        all--;
    }

    private static Rejection tooMany(String why) {
        return new Rejection(RejectionCode.TOO_MANY_REQUESTS, why);
    }
}
