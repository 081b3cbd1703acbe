package dev.aiwm.query.bulk;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.query.BulkView;
import dev.aiwm.contracts.bulk.query.FindBulk;
import dev.aiwm.contracts.bulk.query.ListBulks;
import dev.aiwm.query.listing.Listing;
import dev.aiwm.query.listing.Lookup;
import dev.aiwm.query.listing.Match;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Answers what is asked of bulk operations. */
@Component
class BulkQueries {
    private final Lookup<BulkState> lookup;
    private final Listing<BulkState> listing;

    BulkQueries(ReadModel<BulkState> bulkModel) {
        this.lookup = new Lookup<>(bulkModel);
        this.listing = new Listing<>(bulkModel, BulkProjection::fields, BulkProjection.SORT);
    }

    Optional<BulkState> state(FindBulk query) {
        return lookup.find(query.bulkId().value(), query.minVersion());
    }

    /** Without what became of each resource, which may be many. */
    Page<BulkView> answer(ListBulks query) {
        return listing.page(
                filter(query),
                new Listing.Part(query.sort(), query.cursor(), query.page(), query.limit()),
                found -> found.stream().map(Stored::state).map(BulkView::inShort).toList());
    }

    private static Bson filter(ListBulks query) {
        return new Match()
                .oneOf("status", query.statuses().stream().map(BulkStatus::wire).toList())
                .equal("resourceIds", query.resourceId())
                .equal("scheduleId", query.scheduleId())
                .equal("userId", query.ownerUserId())
                .equal("orgId", query.orgId())
                .all();
    }
}
