package dev.aiwm.query.resource;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.query.ResourceView;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.EntityKind;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.Pasts;
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

    @Bean
    Past<ResourceState> resourcePast(Pasts pasts) {
        return pasts.kept(
                new EntityKind<>(
                        "resource",
                        ResourceProjection.definition(),
                        id -> Words.id(id, ResourceId::of).map(ResourceId::toString),
                        (state, caller) -> caller.maySee(state.owner()),
                        (state, caller) -> ResourceView.of(state)));
    }
}
