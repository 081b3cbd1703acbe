package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.Runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One engine of this node, in few verbs. Every verb names its object by the id of the resource, and
 * the driver finds it by a mark that lives with the engine (a label, domain metadata), never by
 * what the agent remembers: an agent that lost its disk still knows its own.
 *
 * <p>Verbs on different resources may be called at the same time; verbs on one resource come one
 * after another. A verb may block for as long as the engine takes. When its thread is interrupted
 * it gives up soon, leaves the object in a state that {@link #inspect} can tell, and throws {@link
 * DriverException} with {@link DriverException.Kind#RETRYABLE}. No verb ever touches an object that
 * does not carry our mark.
 *
 * <p>What only some engines can do is a {@linkplain #capability capability}.
 */
public interface ResourceDriver extends AutoCloseable {

    /** A short name for logs, such as {@code docker}. */
    String name();

    /**
     * The engines this is one of, by the names of {@link dev.aiwm.contracts.node.Inventory}: which
     * kinds of resource it can make.
     */
    Set<String> engines();

    /**
     * Look at the engine and say what it offers. Changes nothing and may be repeated at any time.
     * Throws RETRYABLE while the engine does not answer.
     */
    Fingerprint fingerprint();

    /**
     * Make the object without starting it. Repeated with the same generation it changes nothing,
     * running or not. A newer generation replaces the object, which is stopped for that. An older
     * one than exists is refused with {@link DriverException#STALE_GENERATION}: it was delayed on
     * its way. When it fails, nothing of a new object stays behind but what a repetition, or {@link
     * #destroy}, finds and cleans up.
     */
    void create(CreateRequest request, Progress progress);

    /**
     * Start the object, and return when it runs as far as the engine can tell. Repeated on a
     * running object it changes nothing and tells the same runtime. NOT_FOUND when there is no such
     * object.
     */
    Runtime start(ResourceId resourceId, Progress progress);

    /**
     * Stop the object: ask it, wait for the grace time, then use force; or use force at once.
     * Repeated on a stopped object it changes nothing and tells the same exit code. NOT_FOUND when
     * there is no such object.
     */
    StopOutcome stop(ResourceId resourceId, StopRequest request);

    /**
     * Remove the object and everything made for it, running or not, whole or half-made. Done at
     * once when there is none, so it may always be repeated.
     */
    void destroy(ResourceId resourceId);

    /** What the object is doing now. Changes nothing. NOT_FOUND when there is no such object. */
    ManagedResource inspect(ResourceId resourceId);

    /**
     * Find every object that carries our mark, take up watching it again, and tell what each is
     * doing. Called first after the agent's own start, and at each registration; it starts, stops
     * and removes nothing, and does not promise an order.
     */
    List<ManagedResource> recover();

    /**
     * Measure now. A figure that the engine cannot tell is absent, never guessed. Does not fail for
     * an object that goes away meanwhile; it is left out.
     */
    EngineStats stats();

    /**
     * The same of one object and what it may use, without the others; without a figure while it
     * does not run. NOT_FOUND when there is no such object.
     */
    EngineStats stats(ResourceId resourceId);

    /**
     * From now on, tell each change of state of an object with our mark, whoever caused it, with
     * the state after it ({@code ABSENT} when it went away). The same change may be told twice and
     * quick changes may be told as one; the last told state is the last state. The listener returns
     * quickly and may be called from any thread.
     */
    Subscription events(Consumer<ManagedResource> listener);

    /** What else this engine can do; empty when it cannot. */
    default <T> Optional<T> capability(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    /** Let go of the engine. Objects keep running. */
    @Override
    void close();
}
