package dev.aiwm.command.vault;

import dev.aiwm.contracts.SecretRef;
import dev.aiwm.web.problem.FieldError;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets of one request between the door and the vault. */
public final class Admission {
    private static final int LONGEST = 65_536;

    private record Waiting(String name, char[] secret) {}

    private final Vault vault;
    private final String ownerId;
    private final String generation;
    private final Map<SecretRef, Waiting> waiting = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    Admission(Vault vault, String ownerId, String generation) {
        this.vault = vault;
        this.ownerId = ownerId;
        this.generation = generation;
    }

    /** What is wrong with the secrets that were given. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Puts them into the vault; they are durable when this returns. */
    public void keep() {
        waiting.forEach(
                (ref, secret) -> {
                    vault.put(ref, ownerId, secret.name(), secret.secret());
                    Arrays.fill(secret.secret(), '\0');
                });
    }

    /** Takes them back out, when what they were for was refused. */
    public void forget() {
        waiting.keySet().forEach(vault::delete);
    }

    /** The reference that stands for a secret from now on, or null when it is refused. */
    SecretRef take(String pointer, String secret) {
        if (secret.equals(SecretRef.MASK.value())) {
            refuse(pointer, "is the mask that answers show; leave it out to keep the secret");
            return null;
        }
        if (secret.isEmpty() || secret.length() > LONGEST) {
            refuse(pointer, "must have 1 to " + LONGEST + " characters");
            return null;
        }
        SecretRef ref = SecretRef.of(ownerId + "." + generation + "." + waiting.size());
        waiting.put(ref, new Waiting(pointer, secret.toCharArray()));
        return ref;
    }

    void refuse(String pointer, String message) {
        errors.add(SecretDoor.error(pointer, message));
    }

    void refuseUnlessRefused(String pointer, String message) {
        if (errors.stream().noneMatch(error -> error.pointer().equals(pointer))) {
            refuse(pointer, message);
        }
    }
}
