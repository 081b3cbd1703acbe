package dev.aiwm.query.stream;

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
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose an aggregate is. The first event says it and it never changes, so it is remembered for
 * those that are seen often.
 */
@Component
public class Owners {
    private static final int REMEMBERED = 10_000;

    private final EventLog log;
    private final Map<String, Optional<String>> orgs =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Owners(EventLog log) {
        this.log = log;
    }

    /** Nodes without an owner are everybody's, but not what others claim of a node. */
    public boolean mayBeSeen(LoggedEvent event, Caller caller) {
        if (caller.isAdmin()) {
            return true;
        }
        Optional<ResourceId> holder = holderIn(event.payload());
        if (holder.isPresent() && !isOf(caller, holder.get().toString())) {
            return false;
        }
        Optional<String> org = orgOf(event.aggregateId());
        return org.isEmpty()
                ? Entity.of(event.payload()).equals(Optional.of(Entity.NODE))
                : org.get().equals(caller.orgId());
    }

    private boolean isOf(Caller caller, String aggregateId) {
        return orgOf(aggregateId).equals(Optional.of(caller.orgId()));
    }

    private Optional<String> orgOf(String aggregateId) {
        synchronized (orgs) {
            Optional<String> known = orgs.get(aggregateId);
            if (known != null) {
                return known;
            }
        }
        List<LoggedEvent> stream = log.readAggregate(aggregateId, 0, 1);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> org =
                Optional.ofNullable(ownerIn(stream.get(0).payload())).map(Owner::orgId);
        synchronized (orgs) {
            orgs.put(aggregateId, org);
        }
        return org;
    }

    private static Owner ownerIn(Object first) {
        if (first instanceof ResourceCreated created) {
            return created.owner();
        }
        if (first instanceof ExecutionStarted started) {
            return started.owner();
        }
        if (first instanceof BulkStarted started) {
            return started.owner();
        }
        return first instanceof NodeEnrolled enrolled ? enrolled.owner() : null;
    }

    private static Optional<ResourceId> holderIn(Object event) {
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
