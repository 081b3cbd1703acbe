package dev.aiwm.query.execution;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.projection.ReadModel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model of executions. */
@Configuration(proxyBeanMethods = false)
class ExecutionReading {

    @Bean
    ReadModel<ExecutionState> executionModel(Projections queryProjections) {
        return queryProjections.add(ExecutionProjection.definition());
    }
}
