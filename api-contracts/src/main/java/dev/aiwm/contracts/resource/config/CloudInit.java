package dev.aiwm.contracts.resource.config;

import dev.aiwm.contracts.SecretRef;

/** First-boot settings of a virtual machine (R018). The password is only ever a reference. */
public record CloudInit(
        String hostname, String sshPublicKey, String username, SecretRef password) {}
