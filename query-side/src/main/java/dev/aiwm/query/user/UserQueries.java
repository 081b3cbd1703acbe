package dev.aiwm.query.user;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.user.UserState;
import dev.aiwm.contracts.user.query.FindUser;
import dev.aiwm.contracts.user.query.ListUsers;
import dev.aiwm.contracts.user.query.UserView;
import dev.aiwm.query.listing.Listing;
import dev.aiwm.query.listing.Lookup;
import dev.aiwm.query.listing.Match;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Answers what is asked of users. */
@Component
class UserQueries {
    private final Profiles profiles;
    private final Lookup<UserState> lookup;
    private final Listing<UserState> listing;

    UserQueries(ReadModel<UserState> userModel, Profiles profiles) {
        this.profiles = profiles;
        this.lookup = new Lookup<>(userModel);
        this.listing = new Listing<>(userModel, UserProjection::fields, UserProjection.SORT);
    }

    Optional<UserState> state(FindUser query) {
        return lookup.find(query.userId().value(), query.minVersion());
    }

    Page<UserView> answer(ListUsers query) {
        return listing.page(
                filter(query),
                new Listing.Part(query.sort(), query.cursor(), query.page(), query.limit()),
                found -> profiles.views(found.stream().map(Stored::state).toList()));
    }

    private static Bson filter(ListUsers query) {
        return new Match().equal("erased", query.erased()).equal("orgId", query.orgId()).all();
    }
}
