package dev.aiwm.contracts;

/**
 * What every command and event carries besides its content: who, for whom, from where, and because
 * of what.
 */
public final class MetadataKeys {
    /** Opaque id of the user, or the name of the component, that caused it. */
    public static final String ACTOR = "actor";

    public static final String ORG = "org";
    public static final String ROLES = "roles";

    /** One of {@code user, saga, agent, clock, policy, bulk, schedule}. */
    public static final String ORIGIN = "origin";

    public static final String CORRELATION_ID = "correlationId";

    /** The id of the message that caused this one. */
    public static final String CAUSATION_ID = "causationId";

    /** The id of the message that caused the command that decided this event. */
    public static final String COMMAND_CAUSE = "commandCause";

    private MetadataKeys() {}
}
