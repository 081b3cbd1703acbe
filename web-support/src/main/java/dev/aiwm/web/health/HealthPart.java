package dev.aiwm.web.health;

/** One part of the health of this process; every bean of this type is shown. */
public interface HealthPart {

    /** In kebab case, unique: {@code event-store}. */
    String name();

    /** Asked on a thread of its own; an answer that takes too long counts as down. */
    PartHealth check();
}
