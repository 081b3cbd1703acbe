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
        details.put("holder", named(holders.get(0)));
        details.put("holders", holders.stream().limit(MOST_HOLDERS).map(Shortage::named).toList());
        details.put("holderCount", holders.size());
        return this;
    }

    private static Map<String, Object> named(Allocation holder) {
        var name = new LinkedHashMap<String, Object>();
        name.put("resourceId", holder.resourceId().value());
        name.put("name", holder.resourceName());
        name.put("confirmed", holder.confirmed());
        return name;
    }

    Rejection rejection() {
        if (message.length() == 0) {
            message.append("not enough ").append(what);
            message.append(": wanted ").append(details.get("wanted"));
            message.append(", free ").append(details.get("free"));
        }
        if (details.get("holder") instanceof Map<?, ?> holder) {
            message.append("; held by ").append(holder.get("name"));
            message.append(" (").append(holder.get("resourceId")).append(')');
        }
        return new Rejection(code, message.toString(), details);
    }
}
