package dev.aiwm.contracts.bulk.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;

import org.axonframework.serialization.Revision;

/** No further resource gets its turn; what is under way goes on to its end. */
@Revision("1")
public record BulkCancellationRequested(BulkId bulkId, String reason) implements BulkEvent {
    public BulkCancellationRequested {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(reason, "reason is null");
    }
}
