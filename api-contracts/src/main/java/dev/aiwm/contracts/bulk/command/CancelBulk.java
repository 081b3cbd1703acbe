package dev.aiwm.contracts.bulk.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let no further resource have its turn.
 *
 * @param force wait for none that has its turn, either
 */
public record CancelBulk(
        @TargetAggregateIdentifier BulkId bulkId,
        String reason,
        boolean force,
        long expectedSequence)
        implements BulkCommand {
    public CancelBulk {
        requireNonNull(bulkId, "bulkId is null");
    }
}
