package dev.aiwm.query.node;

import dev.aiwm.contracts.node.NodeState;
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
}
