package dev.aiwm.query.user;

import dev.aiwm.contracts.user.UserFold;
import dev.aiwm.contracts.user.UserState;
import dev.aiwm.contracts.user.event.UserEvent;
import dev.aiwm.query.listing.SortFields;
import dev.aiwm.query.listing.SortFields.Kind;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.FoldProjection;

import java.util.List;
import java.util.Map;

/** One document per user that something is known of; what is personal stays sealed in it. */
final class UserProjection {
    static final String NAME = "users";
    static final SortFields SORT =
            new SortFields(
                    Map.of("createdAt", Kind.TIME, "updatedAt", Kind.TIME), List.of("-createdAt"));

    private UserProjection() {}

    static FoldProjection<UserState, UserEvent> definition() {
        return new FoldProjection<>(
                NAME,
                1,
                UserEvent.class,
                UserState.class,
                event -> event.userId().value(),
                UserFold::evolve,
                UserProjection::fields,
                List.of(CollectionIndex.on("orgId", "createdAt")));
    }

    static Map<String, Object> fields(UserState state) {
        return Map.of(
                "orgId", state.orgId(),
                "erased", state.isErased(),
                "createdAt", state.createdAt(),
                "updatedAt", state.updatedAt());
    }
}
