package dev.aiwm.query.user;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.contracts.user.UserState;
import dev.aiwm.contracts.user.query.UserView;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is shown beside the ids of users. */
@Component
public class UserNames {
    private final ReadModel<UserState> users;
    private final Profiles profiles;

    UserNames(ReadModel<UserState> userModel, Profiles profiles) {
        this.users = userModel;
        this.profiles = profiles;
    }

    /** By id, of those that the caller may read; who was erased is there as that. */
    public Map<String, String> of(Collection<String> userIds, Caller caller) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        List<UserState> found =
                users
                        .find(Filters.in("_id", userIds), Sorts.ascending("_id"), 0, userIds.size())
                        .stream()
                        .map(Stored::state)
                        .filter(state -> Profiles.maySee(state, caller))
                        .toList();
        return profiles.views(found).stream()
                .collect(Collectors.toMap(UserView::userId, UserView::name));
    }
}
