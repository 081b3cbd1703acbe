package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.placement.Demands;
import dev.aiwm.command.placement.OneAtATime;
import dev.aiwm.command.placement.Placement;
import dev.aiwm.command.vault.Admission;
import dev.aiwm.command.vault.SecretDoor;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.command.ResourceCommand;
import dev.aiwm.contracts.resource.command.StartResource;
import dev.aiwm.contracts.resource.command.StopResource;
import dev.aiwm.contracts.resource.command.UpdateAndResizeResource;
import dev.aiwm.contracts.resource.command.UpdateAndStartResource;
import dev.aiwm.contracts.resource.command.UpdateAndStopResource;
import dev.aiwm.contracts.resource.command.UpdateResource;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/**
 * A merge patch from the request to what it changes. One command carries all of it, so that it is
 * done as a whole or refused as a whole; what its node had to claim for it first is given back when
 * it is refused.
 */
@Component
class Change {
    private static final int ATTEMPTS = 5;

    private final KnownResources resources;
    private final ResourceForms forms;
    private final SecretDoor door;
    private final Placement placement;
    private final Commands commands;
    private final Lifecycle lifecycle;
    private final LiveResize liveResize;
    private final OneAtATime oneAtATime;

    Change(
            KnownResources resources,
            ResourceForms forms,
            SecretDoor door,
            Placement placement,
            Commands commands,
            Lifecycle lifecycle,
            LiveResize liveResize,
            OneAtATime oneAtATime) {
        this.resources = resources;
        this.forms = forms;
        this.door = door;
        this.placement = placement;
        this.commands = commands;
        this.lifecycle = lifecycle;
        this.liveResize = liveResize;
        this.oneAtATime = oneAtATime;
    }

    ResourceState apply(
            ResourceId id, JsonNode body, Caller caller, ExecutionId execution, IfMatch version) {
        return oneAtATime.on(id, () -> applyAlone(id, body, caller, execution, version));
    }

    private ResourceState applyAlone(
            ResourceId id, JsonNode body, Caller caller, ExecutionId execution, IfMatch version) {
        ResourceState before = resources.require(id, caller);
        Lifecycle.requireVersion(before, version);
        var object = ResourceForms.object(body);
        Admission secrets = door.admit(id.value(), execution.value(), object.get("config"));
        ResourcePatch patch = ResourcePatch.read(object, forms);
        if (patch.changesFields()) {
            ResourceState after = update(before, patch, secrets, execution, version);
            if (patch.computeWhenStopped() != null) {
                lifecycle.giveBack(id);
            }
            return after;
        }
        if (patch.wanted() == WantedState.RUNNING) {
            return lifecycle.start(id, execution, caller, version);
        }
        if (patch.wanted() == WantedState.STOPPED) {
            return lifecycle.stop(id, execution, caller, StopRequest.orDefault(null), version);
        }
        return before;
    }

    /** What is merged into what was read must meet the same version; without If-Match, again. */
    private ResourceState update(
            ResourceState first,
            ResourcePatch patch,
            Admission secrets,
            ExecutionId execution,
            IfMatch version) {
        ResourceState before = first;
        ResourceConfig config = merged(before, patch, secrets);
        secrets.keep();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return change(before, patch, config, execution);
                } catch (Rejection rejection) {
                    boolean raced = rejection.code() == RejectionCode.VERSION_MISMATCH;
                    if (!raced || !version.isAny() || attempt == ATTEMPTS) {
                        throw rejection;
                    }
                }
                before = resources.find(first.resourceId()).orElse(before);
                config = merged(before, patch, secrets);
            }
        } catch (Rejection rejection) {
            secrets.forget();
            throw rejection;
        }
    }

    private ResourceConfig merged(ResourceState before, ResourcePatch patch, Admission secrets) {
        ResourceForms.mergedLabels(before.labels(), patch.labels());
        return patch.config() == null
                ? null
                : forms.merged(before.config(), patch.config().deepCopy(), secrets.errors());
    }

    private ResourceState change(
            ResourceState before,
            ResourcePatch patch,
            ResourceConfig config,
            ExecutionId execution) {
        boolean differs = config != null && !config.equals(before.config());
        if (differs && before.isAlive()) {
            return resize(before, patch, config, execution);
        }
        if (differs) {
            onlyWhatRestsIsReconfigured(before);
            return claimAndSend(before, patch, config, execution);
        }
        boolean starts = patch.wanted() == WantedState.RUNNING && Lifecycle.mayStart(before);
        return starts
                ? claimAndSend(before, patch, before.config(), execution)
                : commands.send(command(before, patch, null, before.claims(), execution));
    }

    private ResourceState resize(
            ResourceState before,
            ResourcePatch patch,
            ResourceConfig config,
            ExecutionId execution) {
        if (before.config().isSameButForSize(config)) {
            oneOperationAtATime(before, patch);
        }
        return liveResize.resize(
                before,
                config,
                execution,
                resize ->
                        new UpdateAndResizeResource(
                                before.resourceId(), update(before, patch, null, null), resize));
    }

    /** A resource does one thing after the other, and nobody would do the second. */
    private static void oneOperationAtATime(ResourceState before, ResourcePatch patch) {
        boolean runs =
                before.status() == ResourceStatus.RUNNING && before.wanted() == WantedState.RUNNING;
        boolean asItIs = patch.wanted() == null || patch.wanted() == WantedState.RUNNING && runs;
        if (!asItIs) {
            String second = patch.wanted() == WantedState.RUNNING ? "start" : "stop";
            throw InvalidRequest.of(
                    new FieldError(
                            "/status",
                            FieldError.CONTRADICTION,
                            "asks for a %s while /config asks for a resize: send one after the other"
                                    .formatted(second)));
        }
    }

    /** Claims what is needed first, and gives it back when the change is refused. */
    private ResourceState claimAndSend(
            ResourceState before,
            ResourcePatch patch,
            ResourceConfig config,
            ExecutionId execution) {
        boolean differs = !config.equals(before.config());
        Claims claims = placement.reclaim(before, Demands.of(config));
        try {
            ResourceState after = commands.send(command(before, patch, config, claims, execution));
            lifecycle.giveBack(before.resourceId());
            return after;
        } catch (Rejection rejection) {
            if (differs) {
                placement.reclaim(before, Demands.of(before.config()));
            }
            lifecycle.giveBack(before.resourceId());
            throw rejection;
        }
    }

    private static void onlyWhatRestsIsReconfigured(ResourceState before) {
        boolean rests =
                before.operation() == null
                        && (before.status() == ResourceStatus.STOPPED
                                || before.status() == ResourceStatus.FAILED);
        if (!rests) {
            throw new Rejection(
                    RejectionCode.ILLEGAL_TRANSITION,
                    "the configuration can be changed when stopped or failed",
                    Map.of("currentState", before.status().wire()));
        }
    }

    private static ResourceCommand command(
            ResourceState before,
            ResourcePatch patch,
            ResourceConfig config,
            Claims claims,
            ExecutionId execution) {
        var id = before.resourceId();
        UpdateResource update = update(before, patch, config, claims);
        if (patch.wanted() == WantedState.RUNNING) {
            var start = new StartResource(id, execution, claims, IfMatch.ANY);
            return new UpdateAndStartResource(id, update, start);
        }
        if (patch.wanted() == WantedState.STOPPED) {
            var how = StopRequest.orDefault(null);
            var stop = new StopResource(id, execution, how.force(), how.grace(), IfMatch.ANY);
            return new UpdateAndStopResource(id, update, stop);
        }
        return update;
    }

    private static UpdateResource update(
            ResourceState before, ResourcePatch patch, ResourceConfig config, Claims claims) {
        return new UpdateResource(
                before.resourceId(),
                patch.name(),
                patch.description(),
                ResourceForms.mergedLabels(before.labels(), patch.labels()),
                patch.describes(),
                config,
                claims,
                patch.computeWhenStopped(),
                patch.onDivergence(),
                before.sequence());
    }
}
