package dev.aiwm.command.vault;

import dev.aiwm.contracts.SecretRef;

/** Keeps secrets encrypted; outside of it there are only references. */
public interface Vault {

    /**
     * Keeps a secret until it or its owner is deleted. Durable when this returns.
     *
     * @param ownerId of the resource it belongs to
     * @param name which of the owner's secrets it is, for example {@code config.cloudInit.password}
     */
    SecretRef put(String ownerId, String name, char[] secret);

    /** Keeps a secret under a reference chosen before; the same again changes nothing. */
    void put(SecretRef ref, String ownerId, String name, char[] secret);

    /**
     * The secret itself; the caller overwrites the array after use.
     *
     * @throws dev.aiwm.contracts.Rejection NOT_FOUND when there is none any more
     */
    char[] reveal(SecretRef ref);

    /** Forgets a secret; that it is forgotten already is no fault. */
    void delete(SecretRef ref);

    /** Forgets every secret of an owner; may be repeated. */
    void deleteAllOf(String ownerId);
}
