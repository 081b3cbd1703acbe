package dev.aiwm.query.node;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.EntityKind;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.Pasts;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.projection.ReadModel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model of nodes. */
@Configuration(proxyBeanMethods = false)
class NodeReading {

    @Bean
    ReadModel<NodeState> nodeModel(Projections queryProjections) {
        return queryProjections.add(NodeProjection.definition());
    }

    @Bean
    Past<NodeState> nodePast(Pasts pasts, VisibleClaims claims) {
        return pasts.kept(
                new EntityKind<>(
                        "node",
                        NodeProjection.definition(),
                        id -> Words.id(id, NodeId::of).map(NodeId::toString),
                        (state, caller) -> caller.maySeeOrShares(state.owner()),
                        claims::withNode));
    }
}
