package dev.aiwm.command.placement;

import static java.util.Objects.requireNonNull;

import dev.aiwm.command.node.NamedHolders;
import dev.aiwm.command.state.States;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.support.MostRecent;
import dev.aiwm.web.identity.Caller;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.function.Function;

/**
 * Whom a refusal of a ledger may name. The ledger knows whoever holds what is missing, and not
 * whose they are; a resource of another organisation is described and not named.
 */
@Component
public class Holders {
    /** All are named: for what administrators alone read. */
    static final Holders NAMED =
            new Holders(id -> "") {
                @Override
                public Rejection keptFor(String orgId, Rejection refusal) {
                    return refusal;
                }
            };

    private static final String OTHERS = "a resource of another organisation";
    private static final String UNKNOWN = "a resource that is only being created";
    private static final int REMEMBERED = 10_000;

    private final Function<ResourceId, String> organisations;

    /** What a resource belongs to never changes. */
    private final Map<ResourceId, String> known = new MostRecent<>(REMEMBERED);

    @Autowired
    Holders(States states) {
        this(
                id -> {
                    var state = states.resource(id);
                    return state == null ? null : state.owner().orgId();
                });
    }

    /**
     * @param organisations null for a resource that is not there
     */
    Holders(Function<ResourceId, String> organisations) {
        this.organisations = organisations;
    }

    /** As whoever is being served may hear it, who asks for something of the organisation. */
    public Rejection toldTo(String orgId, Rejection refusal) {
        return Caller.current().filter(Caller::isAdmin).isPresent()
                ? refusal
                : keptFor(orgId, refusal);
    }

    /** As it may be kept with what belongs to the organisation, where all of it can read it. */
    public Rejection keptFor(String orgId, Rejection refusal) {
        requireNonNull(orgId, "orgId is null");
        return NamedHolders.described(refusal, id -> description(id, orgId));
    }

    private String description(ResourceId id, String orgId) {
        String organisation = organisation(id);
        if (organisation == null) {
            return UNKNOWN;
        }
        return organisation.equals(orgId) ? null : OTHERS;
    }

    private String organisation(ResourceId id) {
        synchronized (known) {
            String organisation = known.get(id);
            if (organisation != null) {
                return organisation;
            }
        }
        String organisation = organisations.apply(id);
        if (organisation != null) {
            synchronized (known) {
                known.put(id, organisation);
            }
        }
        return organisation;
    }
}
