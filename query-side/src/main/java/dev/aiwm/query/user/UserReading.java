package dev.aiwm.query.user;

import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.user.UserState;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.EntityKind;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.Pasts;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.projection.ReadModel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model of users. */
@Configuration(proxyBeanMethods = false)
class UserReading {

    @Bean
    ReadModel<UserState> userModel(Projections queryProjections) {
        return queryProjections.add(UserProjection.definition());
    }

    @Bean
    Past<UserState> userPast(Pasts pasts, Profiles profiles) {
        return pasts.of(
                new EntityKind<>(
                        "user",
                        UserProjection.definition(),
                        id -> Words.id(id, UserId::of).map(UserId::toString),
                        Profiles::maySee,
                        (state, caller) -> profiles.view(state)));
    }
}
