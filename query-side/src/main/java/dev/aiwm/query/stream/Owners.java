package dev.aiwm.query.stream;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.bulk.event.BulkStarted;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.event.ReservationExpired;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.schedule.event.ScheduleCreated;
import dev.aiwm.contracts.user.event.UserDescribed;
import dev.aiwm.support.MostRecent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose an aggregate is. The first event says it and it never changes, so it is remembered for
 * those that are seen often.
 */
@Component
public class Owners {
    /** As an audience: members of any organisation. */
    public static final String EVERYBODY = "*";

    private static final int REMEMBERED = 10_000;

    private final EventLog log;
    private final Map<String, Facts> known = new MostRecent<>(REMEMBERED);

    Owners(EventLog log) {
        this.log = log;
    }

    /**
     * What the first event of an aggregate says of it for ever.
     *
     * @param org whose it is, or null
     * @param resource that it is or is about, or null
     * @param node where it is, or null
     */
    public record Facts(String org, String resource, String node) {
        private static final Facts NONE = new Facts(null, null, null);
    }

    public boolean mayBeSeen(LoggedEvent event, Caller caller) {
        return caller.isAdmin()
                || audienceOf(event)
                        .filter(org -> org.equals(EVERYBODY) || org.equals(caller.orgId()))
                        .isPresent();
    }

    /**
     * The organisation whose members may see an event, {@link #EVERYBODY}, or empty when only
     * administrators may. Nodes without an owner are everybody's, but not what others claim of a
     * node.
     */
    public Optional<String> audienceOf(LoggedEvent event) {
        String org = factsOf(event).org();
        Optional<ResourceId> holder = holderIn(event.payload());
        if (holder.isPresent()) {
            Optional<String> holding = orgOfHolder(holder.get(), event);
            return org == null ? holding : holding.filter(org::equals);
        }
        if (org != null) {
            return Optional.of(org);
        }
        boolean isNode = Entity.of(event.payload()).equals(Optional.of(Entity.NODE));
        return isNode ? Optional.of(EVERYBODY) : Optional.empty();
    }

    /** A claim comes before its resource, and then is of whoever asked. */
    private Optional<String> orgOfHolder(ResourceId holder, LoggedEvent event) {
        Facts facts = factsOf(holder.toString());
        Object asking = event.metadata().get(MetadataKeys.ORG);
        return facts.org() == null
                ? Optional.ofNullable(asking).map(Object::toString)
                : Optional.of(facts.org());
    }

    public Facts factsOf(LoggedEvent event) {
        return factsOf(event.aggregateId());
    }

    private Facts factsOf(String aggregateId) {
        synchronized (known) {
            Facts facts = known.get(aggregateId);
            if (facts != null) {
                return facts;
            }
        }
        List<LoggedEvent> stream = log.readAggregate(aggregateId, 0, 1);
        if (stream.isEmpty()) {
            return Facts.NONE;
        }
        Facts facts = factsIn(stream.get(0).payload());
        synchronized (known) {
            known.put(aggregateId, facts);
        }
        return facts;
    }

    private static Facts factsIn(Object first) {
        if (first instanceof ResourceCreated it) {
            return new Facts(it.owner().orgId(), it.resourceId().value(), it.nodeId().value());
        }
        if (first instanceof ExecutionStarted it) {
            String node = it.steps().isEmpty() ? null : it.steps().get(0).nodeId().value();
            return new Facts(orgOf(it.owner()), it.subject().id(), node);
        }
        if (first instanceof BulkStarted it) {
            return new Facts(orgOf(it.owner()), null, null);
        }
        if (first instanceof UserDescribed it) {
            return new Facts(it.orgId(), null, null);
        }
        if (first instanceof ScheduleCreated it) {
            return new Facts(orgOf(it.owner()), null, null);
        }
        return first instanceof NodeEnrolled it
                ? new Facts(orgOf(it.owner()), null, it.nodeId().value())
                : Facts.NONE;
    }

    private static String orgOf(Owner owner) {
        return owner == null ? null : owner.orgId();
    }

    /** The resource whose claim an event of a node is about. */
    public static Optional<ResourceId> holderIn(Object event) {
        if (event instanceof CapacityReserved it) {
            return Optional.of(it.resourceId());
        }
        if (event instanceof ReservationConfirmed it) {
            return Optional.of(it.resourceId());
        }
        if (event instanceof ReservationExpired it) {
            return Optional.of(it.resourceId());
        }
        if (event instanceof CapacityReleased it) {
            return Optional.of(it.resourceId());
        }
        if (event instanceof ComputeReleased it) {
            return Optional.of(it.resourceId());
        }
        return event instanceof CapacityClaimed it
                ? Optional.of(it.resourceId())
                : Optional.empty();
    }
}
