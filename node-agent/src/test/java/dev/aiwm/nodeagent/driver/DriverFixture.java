package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceSize;

import java.time.Duration;
import java.util.Set;

/**
 * One engine, empty at first, as a conformance suite needs it; made anew for each test. Where
 * engines may differ, the fixture says which way this one goes and the suite asserts that.
 */
public interface DriverFixture extends AutoCloseable {
    /** A driver for the engine. Called again after the first was closed: the agent restarted. */
    ResourceDriver open();

    /** Something small that runs until it is stopped, and ends soon when it is asked to. */
    CreateRequest steady(ResourceId resourceId, int generation);

    /** Returns once what {@link #steady} made hears that it is asked to end: some take a while. */
    default void awaitListening(ResourceId resourceId) {}

    /** Something that runs until it is stopped and does not listen when it is asked to. */
    CreateRequest deaf(ResourceId resourceId);

    /** As {@link #steady}, made for an organisation and with its volume of this name. */
    default CreateRequest keeping(
            ResourceId resourceId, int generation, String volume, String org) {
        throw new UnsupportedOperationException("this engine has no volumes with names");
    }

    /** Let the running program inside end with this code, by the engine's own means. */
    void endFromOutside(ResourceId resourceId, int exitCode);

    /** What is told of a program that ended by itself with this code; null where there are none. */
    default Integer exitCodeTold(int exitCode) {
        return exitCode;
    }

    /** What the program of {@link #steady} ends with when asked; null where there are no codes. */
    Integer exitCodeWhenAsked();

    /** What any program ends with by force; null where there are no codes. */
    Integer exitCodeByForce();

    /** How long the engine may take for anything. */
    Duration patience();

    /** What else the driver can do; for each there is a suite of its own. */
    default Set<Class<?>> capabilities() {
        return Set.of();
    }

    /** Another size for what {@link #steady} makes; asked for only where sizes can be changed. */
    default ResourceSize larger() {
        throw new UnsupportedOperationException("this engine resizes nothing");
    }

    /** Less of everything than {@link #larger}, but of the same disk. */
    default ResourceSize smaller() {
        throw new UnsupportedOperationException("this engine resizes nothing");
    }

    @Override
    void close();
}
