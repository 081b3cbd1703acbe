package dev.aiwm.command.node;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The holders that a refusal of a ledger names, and how one is described who is not to be named.
 */
public final class NamedHolders {
    static final String HOLDER = "holder";
    static final String HOLDERS = "holders";
    private static final String ID = "resourceId";
    private static final String NAME = "name";
    private static final String CONFIRMED = "confirmed";
    private static final String DESCRIPTION = "description";

    private NamedHolders() {}

    /**
     * The refusal without the names and ids of some.
     *
     * @param descriptions what is said instead of the name; null for one that may be named
     */
    public static Rejection described(
            Rejection refusal, Function<ResourceId, String> descriptions) {
        if (!(refusal.details().get(HOLDER) instanceof Map<?, ?> holder)) {
            return refusal;
        }
        var first = described(holder, descriptions);
        var details = new LinkedHashMap<>(refusal.details());
        details.put(HOLDER, first);
        if (details.get(HOLDERS) instanceof List<?> holders) {
            details.put(
                    HOLDERS,
                    holders.stream()
                            .map(other -> described((Map<?, ?>) other, descriptions))
                            .toList());
        }
        String message = refusal.getMessage();
        String named = inWords(holder);
        return new Rejection(
                refusal.code(),
                message.endsWith(named)
                        ? message.substring(0, message.length() - named.length()) + inWords(first)
                        : message,
                details);
    }

    private static Map<?, ?> described(
            Map<?, ?> holder, Function<ResourceId, String> descriptions) {
        String description = descriptions.apply(ResourceId.of(String.valueOf(holder.get(ID))));
        if (description == null) {
            return holder;
        }
        var described = new LinkedHashMap<String, Object>();
        described.put(DESCRIPTION, description);
        described.put(CONFIRMED, holder.get(CONFIRMED));
        return described;
    }

    static Map<String, Object> named(Allocation holder) {
        var name = new LinkedHashMap<String, Object>();
        name.put(ID, holder.resourceId().value());
        name.put(NAME, holder.resourceName());
        name.put(CONFIRMED, holder.confirmed());
        return name;
    }

    static String inWords(Map<?, ?> holder) {
        Object description = holder.get(DESCRIPTION);
        return "; held by "
                + (description == null
                        ? holder.get(NAME) + " (" + holder.get(ID) + ")"
                        : description);
    }
}
