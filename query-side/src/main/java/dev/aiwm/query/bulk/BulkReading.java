package dev.aiwm.query.bulk;

import dev.aiwm.contracts.bulk.BulkState;
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
}
