package dev.aiwm.contracts.resource.config;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.SecretRef;

import jakarta.validation.constraints.NotBlank;

/** Credentials of a private registry; the password is only ever a reference. */
public record RegistryAuth(@NotBlank String username, SecretRef password) {
    public RegistryAuth {
        requireNonNull(username, "username is null");
    }
}
