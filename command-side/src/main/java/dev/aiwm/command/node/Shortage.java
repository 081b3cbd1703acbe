package dev.aiwm.command.node;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.ledger.Allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is missing, put into words and details: what, how much is free, and who holds it. */
final class Shortage {
    private static final int MOST_HOLDERS = 5;

    private final RejectionCode code;
    private final String what;
    private final Map<String, Object> details = new LinkedHashMap<>();
    private final StringBuilder message = new StringBuilder();

    Shortage(RejectionCode code, String what) {
        this.code = code;
        this.what = what;
        details.put("what", what);
    }

    Shortage wanted(Object wanted) {
        details.put("wanted", wanted);
        return this;
    }

    Shortage free(Object free) {
        details.put("free", free);
        return this;
    }

    Shortage because(String reason) {
        message.append(reason);
        return this;
    }

    Shortage heldBy(List<Allocation> holders) {
        if (holders.isEmpty()) {
            return this;
        }
        details.put(NamedHolders.HOLDER, NamedHolders.named(holders.get(0)));
        details.put(
                NamedHolders.HOLDERS,
                holders.stream().limit(MOST_HOLDERS).map(NamedHolders::named).toList());
        details.put("holderCount", holders.size());
        return this;
    }

    Rejection rejection() {
        if (message.length() == 0) {
            message.append("not enough ").append(what);
            message.append(": wanted ").append(details.get("wanted"));
            message.append(", free ").append(details.get("free"));
        }
        if (details.get(NamedHolders.HOLDER) instanceof Map<?, ?> holder) {
            message.append(NamedHolders.inWords(holder));
        }
        return new Rejection(code, message.toString(), details);
    }
}
