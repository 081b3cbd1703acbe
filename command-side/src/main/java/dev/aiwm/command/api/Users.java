package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.Sealed;
import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.user.UserFold;
import dev.aiwm.contracts.user.UserProfile;
import dev.aiwm.contracts.user.UserState;
import dev.aiwm.contracts.user.command.DescribeUser;
import dev.aiwm.contracts.user.command.EraseUser;
import dev.aiwm.contracts.user.event.UserEvent;
import dev.aiwm.contracts.user.query.UserView;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.personal.PersonalData;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/** What is asked of users. Seals what is personal before anything else sees it. */
@Component
class Users {
    private final Commands commands;
    private final EventLog log;
    private final PersonalData personalData;

    Users(Commands commands, EventLog log, PersonalData personalData) {
        this.commands = commands;
        this.log = log;
        this.personalData = personalData;
    }

    UserView describe(UserId id, UserRequest request, Caller caller, IfMatch version) {
        boolean self = caller.userId().equals(id.value());
        if (!self) {
            caller.requireAdmin();
        }
        UserState before = find(id);
        String org = orgOf(request, before, caller);
        var profile = new UserProfile(request.name(), request.email());
        UserState after =
                commands.send(
                        new DescribeUser(
                                id, org, sealed(id, profile, before), version.expectedSequence()));
        return view(after);
    }

    /** What is told again is the same event's content, so that nothing happens. */
    private Sealed sealed(UserId id, UserProfile profile, UserState before) {
        boolean known = before != null && profileOf(before).equals(Optional.of(profile));
        boolean erased = before != null && before.isErased();
        return known || erased ? before.profile() : personalData.seal(id.value(), profile);
    }

    private static String orgOf(UserRequest request, UserState before, Caller caller) {
        String org = before == null ? caller.orgId() : before.orgId();
        if (request.orgId() == null || request.orgId().equals(org)) {
            return org;
        }
        caller.requireAdmin();
        return request.orgId();
    }

    UserView erase(UserId id, Caller caller, IfMatch version) {
        caller.requireAdmin();
        if (find(id) == null) {
            throw new Rejection(
                    RejectionCode.NOT_FOUND,
                    "there is no user " + id.value(),
                    Map.of("userId", id.value()));
        }
        UserState erased = commands.send(new EraseUser(id, version.expectedSequence()));
        personalData.erase(id.value());
        return view(erased);
    }

    private UserView view(UserState state) {
        return UserView.of(state, profileOf(state));
    }

    private Optional<UserProfile> profileOf(UserState state) {
        return personalData.open(state.profile(), UserProfile.class);
    }

    private UserState find(UserId id) {
        return log.fold(id, UserEvent.class, UserFold::evolve);
    }
}
