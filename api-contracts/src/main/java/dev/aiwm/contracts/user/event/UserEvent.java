package dev.aiwm.contracts.user.event;

import dev.aiwm.contracts.UserId;

/** Something that happened to what is known of one user. */
public sealed interface UserEvent permits UserDescribed, UserErased {
    UserId userId();
}
