package dev.aiwm.command.bulk;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.bulk.BulkFold;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.event.BulkEvent;
import dev.aiwm.support.log.EventLog;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** Bulk operations as their own events tell them. */
@Component
public class KnownBulks {
    private final EventLog log;

    KnownBulks(EventLog log) {
        this.log = log;
    }

    public Optional<BulkState> find(BulkId id) {
        return Optional.ofNullable(log.fold(id, BulkEvent.class, BulkFold::evolve));
    }

    /** One that has begun. */
    public BulkState require(BulkId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no bulk operation " + id));
    }
}
