package dev.aiwm.command.api;

import dev.aiwm.command.bulk.BulkSettings;
import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.ScheduleFold;
import dev.aiwm.contracts.schedule.SchedulePlan;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.aim.MatchingResources;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.contracts.schedule.aim.Target;
import dev.aiwm.contracts.schedule.command.CreateSchedule;
import dev.aiwm.contracts.schedule.command.DeleteSchedule;
import dev.aiwm.contracts.schedule.command.RunSchedule;
import dev.aiwm.contracts.schedule.command.UpdateSchedule;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** What is asked of schedules. */
@Component
class Schedules {
    private static final int ATTEMPTS = 5;

    private final ScheduleForms forms;
    private final KnownResources resources;
    private final Commands commands;
    private final EventLog log;
    private final BulkSettings settings;

    Schedules(
            ScheduleForms forms,
            KnownResources resources,
            Commands commands,
            EventLog log,
            BulkSettings settings) {
        this.forms = forms;
        this.resources = resources;
        this.commands = commands;
        this.log = log;
        this.settings = settings;
    }

    ScheduleState create(JsonNode body, ScheduleId id, Caller caller) {
        ScheduleRequest request = forms.creation(body);
        Owner owner = caller.asOwner();
        if (request.resourceId() != null) {
            ResourceState resource = resource(request, caller);
            owner = new Owner(resource.owner().orgId(), caller.userId());
        }
        return commands.send(
                new CreateSchedule(
                        id,
                        request.name(),
                        owner,
                        request.timing(),
                        missed(request),
                        plan(request)));
    }

    /** Without If-Match what was read may have changed meanwhile: then again. */
    ScheduleState change(ScheduleId id, JsonNode body, Caller caller, IfMatch version) {
        ObjectNode patch = ResourceForms.object(body);
        for (int attempt = 1; ; attempt++) {
            ScheduleState before = require(id, caller);
            long expected = version.isAny() ? before.sequence() : version.expectedSequence();
            try {
                return commands.send(changed(before, patch.deepCopy(), caller, expected));
            } catch (Rejection rejection) {
                boolean raced = rejection.code() == RejectionCode.VERSION_MISMATCH;
                if (!raced || !version.isAny() || attempt == ATTEMPTS) {
                    throw rejection;
                }
            }
        }
    }

    private UpdateSchedule changed(
            ScheduleState before, ObjectNode patch, Caller caller, long expected) {
        ScheduleRequest request = forms.change(before, patch);
        SchedulePlan plan = plan(request);
        if (!plan.equals(before.plan()) && request.resourceId() != null) {
            ResourceState resource = resource(request, caller);
            if (!resource.owner().orgId().equals(before.owner().orgId())) {
                throw KnownResources.none(resource.resourceId());
            }
        }
        return new UpdateSchedule(
                before.scheduleId(),
                request.name(),
                request.timing(),
                missed(request),
                plan,
                request.enabled() == null || request.enabled(),
                expected);
    }

    void run(ScheduleId id, BulkId bulkId, Caller caller, IfMatch version) {
        require(id, caller);
        ScheduleState unused =
                commands.send(new RunSchedule(id, bulkId, version.expectedSequence()));
    }

    ScheduleState delete(ScheduleId id, Caller caller, IfMatch version) {
        require(id, caller);
        return commands.send(new DeleteSchedule(id, version.expectedSequence()));
    }

    /** One that is there and could be asked for this at some time. */
    private ResourceState resource(ScheduleRequest request, Caller caller) {
        ResourceState resource = resources.require(ResourceId.of(request.resourceId()), caller);
        if (resource.isDeleted()) {
            throw KnownResources.none(resource.resourceId());
        }
        boolean snapshots = request.operation() instanceof SnapshotTask;
        if (snapshots && !resource.config().isVirtualMachine()) {
            throw new Rejection(
                    RejectionCode.NOT_FOR_THIS_TYPE,
                    "only virtual machines have snapshots",
                    Map.of("resourceType", resource.config().resourceType().wire()));
        }
        return resource;
    }

    private SchedulePlan plan(ScheduleRequest request) {
        Target target =
                request.filter() == null
                        ? new OneResource(ResourceId.of(request.resourceId()))
                        : new MatchingResources(request.filter());
        int parallelism =
                request.parallelism() == null ? settings.parallelism() : request.parallelism();
        return new SchedulePlan(target, request.operation(), request.retention(), parallelism);
    }

    private static MissedRuns missed(ScheduleRequest request) {
        return request.missedRuns() == null ? MissedRuns.SKIP : request.missedRuns();
    }

    private ScheduleState require(ScheduleId id, Caller caller) {
        ScheduleState state = log.fold(id, ScheduleEvent.class, ScheduleFold::evolve);
        if (state == null || state.deletedAt() != null || !caller.maySee(state.owner())) {
            throw new Rejection(
                    RejectionCode.NOT_FOUND,
                    "there is no schedule " + id.value(),
                    Map.of("scheduleId", id.value()));
        }
        return state;
    }
}
