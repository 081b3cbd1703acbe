package dev.aiwm.command.gateway;

import dev.aiwm.command.vault.Vault;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.config.EnvironmentValue;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

import java.util.Arrays;

/** Writes secrets instead of their references; for the node channel and nothing else. */
final class RevealedSecrets {
    private RevealedSecrets() {}

    private static void write(Vault vault, SecretRef ref, JsonGenerator json) {
        char[] secret = vault.reveal(ref);
        try {
            json.writeString(secret, 0, secret.length);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    static final class OfReference extends StdSerializer<SecretRef> {
        private final Vault vault;

        OfReference(Vault vault) {
            super(SecretRef.class);
            this.vault = vault;
        }

        @Override
        public void serialize(SecretRef ref, JsonGenerator json, SerializationContext context) {
            write(vault, ref, json);
        }
    }

    static final class OfVariable extends StdSerializer<EnvironmentValue> {
        private final Vault vault;

        OfVariable(Vault vault) {
            super(EnvironmentValue.class);
            this.vault = vault;
        }

        @Override
        public void serialize(
                EnvironmentValue value, JsonGenerator json, SerializationContext context) {
            if (value.secret() == null) {
                json.writeString(value.text());
            } else {
                write(vault, value.secret(), json);
            }
        }
    }
}
