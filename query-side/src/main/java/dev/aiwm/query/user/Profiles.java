package dev.aiwm.query.user;

import dev.aiwm.contracts.Sealed;
import dev.aiwm.contracts.user.UserProfile;
import dev.aiwm.contracts.user.UserState;
import dev.aiwm.contracts.user.query.UserView;
import dev.aiwm.support.personal.PersonalData;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens what is known of users, when it is asked for and never before. */
@Component
class Profiles {
    private final PersonalData personalData;

    Profiles(PersonalData personalData) {
        this.personalData = personalData;
    }

    static boolean maySee(UserState state, Caller caller) {
        return caller.isAdmin()
                || caller.orgId().equals(state.orgId())
                || caller.userId().equals(state.userId().value());
    }

    UserView view(UserState state) {
        return UserView.of(state, personalData.open(state.profile(), UserProfile.class));
    }

    List<UserView> views(List<UserState> states) {
        Map<String, UserProfile> profiles = open(states);
        return states.stream()
                .map(
                        state ->
                                UserView.of(
                                        state,
                                        Optional.ofNullable(profiles.get(state.userId().value()))))
                .toList();
    }

    private Map<String, UserProfile> open(List<UserState> states) {
        var sealed = new HashMap<String, Sealed>();
        states.forEach(state -> sealed.put(state.userId().value(), state.profile()));
        return personalData.openAll(sealed, UserProfile.class);
    }
}
