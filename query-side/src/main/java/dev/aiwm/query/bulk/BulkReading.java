package dev.aiwm.query.bulk;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.query.BulkView;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.EntityKind;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.Pasts;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.projection.ReadModel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model of bulk operations. */
@Configuration(proxyBeanMethods = false)
class BulkReading {

    @Bean
    ReadModel<BulkState> bulkModel(Projections queryProjections) {
        return queryProjections.add(BulkProjection.definition());
    }

    @Bean
    Past<BulkState> bulkPast(Pasts pasts) {
        return pasts.of(
                new EntityKind<>(
                        "bulk operation",
                        BulkProjection.definition(),
                        id -> Words.id(id, BulkId::of).map(BulkId::toString),
                        (state, caller) -> caller.maySee(state.owner()),
                        (state, caller) -> BulkView.of(state)));
    }
}
