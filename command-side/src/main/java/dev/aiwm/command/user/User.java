package dev.aiwm.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.user.UserFold;
import dev.aiwm.contracts.user.UserState;
import dev.aiwm.contracts.user.command.DescribeUser;
import dev.aiwm.contracts.user.command.EraseUser;
import dev.aiwm.contracts.user.event.UserDescribed;
import dev.aiwm.contracts.user.event.UserErased;
import dev.aiwm.contracts.user.event.UserEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

import java.time.Instant;
import java.util.Map;

/** What is known of someone whose id stands in the log; who was erased stays so. */
@Aggregate
@Revision("1")
public class User {
    @AggregateIdentifier private UserId userId;
    private UserState state;

    User() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    UserState decide(DescribeUser command) {
        theVersionIsTheOneTheCallerSaw(command.expectedSequence());
        if (state != null && state.isErased()) {
            throw new Rejection(
                    RejectionCode.ILLEGAL_TRANSITION,
                    "the user was erased",
                    Map.of("userId", userId.value()));
        }
        if (state != null && !state.orgId().equals(command.orgId())) {
            throw new Rejection(
                    RejectionCode.ILLEGAL_TRANSITION,
                    "a user stays in the organisation",
                    Map.of("orgId", state.orgId()));
        }
        boolean known = state != null && state.profile().equals(command.profile());
        if (!known) {
            apply(new UserDescribed(command.userId(), command.orgId(), command.profile()));
        }
        return state;
    }

    @CommandHandler
    UserState decide(EraseUser command) {
        if (!state.isErased()) {
            theVersionIsTheOneTheCallerSaw(command.expectedSequence());
            apply(new UserErased(userId));
        }
        return state;
    }

    private void theVersionIsTheOneTheCallerSaw(long expectedSequence) {
        long actual = state == null ? -1 : state.sequence();
        if (expectedSequence >= 0 && expectedSequence != actual) {
            throw new Rejection(
                    RejectionCode.VERSION_MISMATCH,
                    "the user has changed since it was read",
                    Map.of("expected", expectedSequence, "actual", actual));
        }
    }

    @EventSourcingHandler
    void evolve(UserEvent event, @SequenceNumber long sequence, @Timestamp Instant timestamp) {
        state = UserFold.evolve(state, event, new EventFacts(sequence, timestamp));
        userId = state.userId();
    }
}
