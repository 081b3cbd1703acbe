package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.Outbox;
import dev.aiwm.command.outbox.OutboxMessage;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionRetried;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.support.MostRecent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose steps a user planned. Of executions that began while this process listened it is known;
 * about all others the outbox is asked.
 */
final class PlannedExecutions {
    private static final int MOST_REMEMBERED = 10_000;

    private final Outbox outbox;
    private final Map<ExecutionId, Boolean> byUser =
            Collections.synchronizedMap(new MostRecent<>(MOST_REMEMBERED));

    PlannedExecutions(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Only what a user planned is retried. */
    void on(ExecutionEvent event) {
        if (event instanceof ExecutionStarted started) {
            byUser.put(started.executionId(), started.action() == ResourceAction.CUSTOM);
        } else if (event instanceof ExecutionRetried retried) {
            byUser.put(retried.executionId(), true);
        }
    }

    Set<ExecutionId> among(Collection<OutboxMessage> messages) {
        var planned = new HashSet<ExecutionId>();
        var unknown = new ArrayList<OutboxMessage>();
        for (OutboxMessage message : messages) {
            var execution = message.data().executionId();
            Boolean known = byUser.get(execution);
            if (known == null) {
                unknown.add(message);
            } else if (known) {
                planned.add(execution);
            }
        }
        planned.addAll(outbox.planned(unknown));
        return planned;
    }
}
