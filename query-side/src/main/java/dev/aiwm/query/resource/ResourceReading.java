package dev.aiwm.query.resource;

import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.projection.ReadModel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model of resources. */
@Configuration(proxyBeanMethods = false)
class ResourceReading {

    @Bean
    ReadModel<ResourceState> resourceModel(Projections queryProjections) {
        return queryProjections.add(ResourceProjection.definition());
    }
}
