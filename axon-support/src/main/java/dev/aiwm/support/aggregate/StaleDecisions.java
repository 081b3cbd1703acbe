package dev.aiwm.support.aggregate;

import dev.aiwm.contracts.Rejection;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Refuses what was decided about an aggregate that another replica has changed since it was
 * remembered here, and left no event: a rejection, or that all is as it should be already. Where
 * there is an event its place in the stream is taken, and the log refuses it; of a decision without
 * one nobody else would notice.
 */
public final class StaleDecisions implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final String REMEMBERED = StaleDecisions.class.getName();
    private static final VarHandle VERSION = version();

    private final Function<String, Optional<Long>> newest;

    /**
     * @param newest the sequence of an aggregate's last event in the log
     */
    StaleDecisions(Function<String, Optional<Long>> newest) {
        this.newest = newest;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Rejection e) {
            remembered(unit).forEach((id, version) -> requireNewest(unit, id, version));
            throw e;
        }
    }

    /** An aggregate is used as it was when it was last used here. */
    void remembered(String id, AggregateCacheEntry<?> entry) {
        CurrentUnitOfWork.ifStarted(unit -> remembered(unit).put(id, (Long) VERSION.get(entry)));
    }

    /** An aggregate is remembered for later, all that was decided about it included. */
    void decided(String id, AggregateCacheEntry<?> entry) {
        CurrentUnitOfWork.ifStarted(
                unit -> {
                    Long before = remembered(unit).remove(id);
                    if (before != null && before.equals(VERSION.get(entry))) {
                        requireNewest(unit, id, before);
                    }
                });
    }

    /**
     * A command within a transaction of others cannot be repeated alone: whoever began that
     * transaction begins it again.
     */
    private void requireNewest(UnitOfWork<?> unit, String id, long version) {
        long last = newest.apply(id).orElse(version);
        if (last <= version) {
            return;
        }
        var stale = new ConcurrencyException("another replica has changed " + id + " meanwhile");
        if (unit.isRoot()) {
            throw stale;
        }
        unit.root()
                .onPrepareCommit(
                        root -> {
                            throw stale;
                        });
    }

    private static Map<String, Long> remembered(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(REMEMBERED, key -> new HashMap<>());
    }

    /** Axon's entry knows its version and does not tell. */
    private static VarHandle version() {
        try {
            return MethodHandles.privateLookupIn(AggregateCacheEntry.class, MethodHandles.lookup())
                    .findVarHandle(AggregateCacheEntry.class, "version", Long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
