package dev.aiwm.contracts.user;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.user.event.UserDescribed;
import dev.aiwm.contracts.user.event.UserErased;
import dev.aiwm.contracts.user.event.UserEvent;

/** What the events of a user add up to. */
public final class UserFold {
    private static final Fold<UserState, UserEvent> FOLD =
            Fold.<UserState, UserEvent>over(UserEvent.class)
                    .on(UserDescribed.class, UserFold::described)
                    .on(UserErased.class, UserFold::erased)
                    .total();

    private UserFold() {}

    public static UserState evolve(UserState before, UserEvent event, EventFacts facts) {
        return FOLD.evolve(before, event, facts);
    }

    private static UserState described(UserState before, UserDescribed event, EventFacts facts) {
        return new UserState(
                event.userId(),
                event.orgId(),
                event.profile(),
                before == null ? facts.timestamp() : before.createdAt(),
                facts.timestamp(),
                null,
                facts.sequence());
    }

    private static UserState erased(UserState before, UserErased event, EventFacts facts) {
        return new UserState(
                before.userId(),
                before.orgId(),
                before.profile(),
                before.createdAt(),
                facts.timestamp(),
                facts.timestamp(),
                facts.sequence());
    }
}
