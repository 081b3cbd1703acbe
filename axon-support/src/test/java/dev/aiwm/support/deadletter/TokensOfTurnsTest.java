package dev.aiwm.support.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

class TokensOfTurnsTest {
    private static final TrackingToken TOKEN = new GlobalSequenceTrackingToken(7);
    private TrackingToken stored;

    private final TokenStore store =
            new InMemoryTokenStore() {
                @Override
                public void storeToken(TrackingToken token, String processor, int segment) {
                    stored = token;
                }
            };

    private final TokenStore tokens = TokensOfTurns.of(store);

    /** As Axon does it: the token first, and then what handling the event has put off. */
    private TrackingToken after(Consumer<UnitOfWork<?>> turn) {
        var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("moved"));
        unit.onPrepareCommit(preparing -> tokens.storeToken(TOKEN, "mirror", 0));
        turn.accept(unit);
        unit.commit();
        return stored;
    }

    @Test
    void a_turn_that_has_looked_for_sagas_and_found_none_stores_no_token() {
        assertThat(after(unit -> IdleTurn.sagas(false))).isNull();
    }

    @Test
    void a_turn_that_has_not_looked_for_sagas_stores_it() {
        assertThat(after(unit -> {})).isEqualTo(TOKEN);
    }

    @Test
    void one_saga_is_enough() {
        var token =
                after(
                        unit -> {
                            IdleTurn.sagas(false);
                            IdleTurn.sagas(true);
                            IdleTurn.sagas(false);
                        });
        assertThat(token).isEqualTo(TOKEN);
    }

    @Test
    void a_saga_that_begins_is_stored_together_with_the_token() {
        var token =
                after(
                        unit -> {
                            IdleTurn.sagas(false);
                            unit.onPrepareCommit(preparing -> IdleTurn.sagas(true));
                        });
        assertThat(token).isEqualTo(TOKEN);
    }

    @Test
    void a_command_of_the_turn_does_not_make_it_another_one() {
        var token =
                after(
                        unit -> {
                            IdleTurn.sagas(true);
                            var command = DefaultUnitOfWork.startAndGet(unit.getMessage());
                            IdleTurn.sagas(false);
                            command.commit();
                        });
        assertThat(token).isEqualTo(TOKEN);
    }
}
