package dev.aiwm.support.store;

import dev.aiwm.support.deadletter.IdleTurn;

import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;

import java.util.Set;

/** Tells whether an event has found a saga that waits for it. */
final class LookedForSagas extends JdbcSagaStore {

    LookedForSagas(Builder builder) {
        super(builder);
    }

    @Override
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        Set<String> found = super.findSagas(sagaType, association);
        IdleTurn.sagas(!found.isEmpty());
        return found;
    }

    @Override
    public void insertSaga(
            Class<?> sagaType, String id, Object saga, Set<AssociationValue> associations) {
        IdleTurn.sagas(true);
        super.insertSaga(sagaType, id, saga, associations);
    }
}
