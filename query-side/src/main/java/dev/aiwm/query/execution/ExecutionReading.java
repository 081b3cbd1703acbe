package dev.aiwm.query.execution;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.query.ExecutionView;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.EntityKind;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.Pasts;
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

    @Bean
    Past<ExecutionState> executionPast(Pasts pasts) {
        return pasts.of(
                new EntityKind<>(
                        "execution",
                        ExecutionProjection.definition(),
                        id -> Words.id(id, ExecutionId::of).map(ExecutionId::toString),
                        (state, caller) -> caller.maySee(state.owner()),
                        (state, caller) -> ExecutionView.of(state)));
    }
}
