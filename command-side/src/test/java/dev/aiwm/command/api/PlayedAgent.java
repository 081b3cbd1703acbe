package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.command.RecordResourceDeleted;
import dev.aiwm.contracts.resource.command.RecordResourceStarted;
import dev.aiwm.contracts.resource.command.RecordResourceStopped;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceRestartRequested;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Carries out at once whatever is asked of resources whose names begin with {@code auto}. */
final class PlayedAgent implements AutoCloseable {
    private final Commands commands;
    private final EventTail.Following following;
    private final Set<ResourceId> mine = new HashSet<>();

    PlayedAgent(Rest rest) {
        commands = rest.bean(Commands.class);
        following = rest.bean(EventTail.class).follow(rest.bean(EventLog.class).head(), this::hear);
    }

    private void hear(LoggedEvent event) {
        if (event.payload() instanceof ResourceCreated created
                && created.name().startsWith("auto")) {
            mine.add(created.resourceId());
        }
        if (event.payload() instanceof ResourceEvent about && mine.contains(about.resourceId())) {
            carryOut(about);
        }
    }

    private void carryOut(ResourceEvent wish) {
        ResourceId id = wish.resourceId();
        if (wish instanceof ResourceCreated created) {
            started(id, created.executionId());
        } else if (wish instanceof ResourceStartRequested start) {
            started(id, start.executionId());
        } else if (wish instanceof ResourceRestartRequested restart) {
            started(id, restart.executionId());
        } else if (wish instanceof ResourceStopRequested stop) {
            commands.send(new RecordResourceStopped(id, stop.executionId(), 0));
        } else if (wish instanceof ResourceDeletionRequested deletion) {
            commands.send(new RecordResourceDeleted(id, deletion.executionId()));
        }
    }

    private void started(ResourceId id, ExecutionId execution) {
        var runtime = new Runtime("rt-1", "10.0.0.1:80", List.of(), 1, 512, Instant.EPOCH);
        commands.send(new RecordResourceStarted(id, execution, runtime));
    }

    @Override
    public void close() {
        following.close();
    }
}
