package dev.aiwm.contracts.user.command;

import dev.aiwm.contracts.UserId;

/** A wish about what is known of one user. */
public sealed interface UserCommand permits DescribeUser, EraseUser {
    UserId userId();
}
