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
import dev.aiwm.contracts.resource.command.UpdateResource;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/** A merge patch from the request to what it changes. */
@Component
class Change {
    private static final int ATTEMPTS = 5;
    private static final IfMatch ANY_VERSION = IfMatch.any();

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
        ResourceState after =
                patch.changesFields() ? update(before, patch, secrets, execution, version) : before;
        if (patch.computeWhenStopped() != null) {
            lifecycle.giveBack(id);
        }
        IfMatch next = patch.changesFields() ? ANY_VERSION : version;
        if (patch.wanted() == WantedState.RUNNING) {
            return lifecycle.start(id, execution, caller, next);
        }
        if (patch.wanted() == WantedState.STOPPED) {
            return lifecycle.stop(id, execution, caller, StopRequest.orDefault(null), next);
        }
        return after;
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
                    return config == null
                            ? send(before, patch, null, null)
                            : reconfigure(before, patch, config, execution);
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
        return patch.config() == null
                ? null
                : forms.merged(before.config(), patch.config().deepCopy(), secrets.errors());
    }

    /** Claims what the new configuration needs first, and gives it back when it is refused. */
    private ResourceState reconfigure(
            ResourceState before,
            ResourcePatch patch,
            ResourceConfig config,
            ExecutionId execution) {
        boolean differs = !config.equals(before.config());
        if (!differs) {
            return send(before, patch, null, null);
        }
        if (before.isAlive()) {
            var resized = liveResize.resize(before, config, execution);
            return patch.changesMoreThanConfig()
                    ? send(resized, patch, null, null, IfMatch.any().expectedSequence())
                    : resized;
        }
        onlyWhatRestsIsReconfigured(before);
        Claims claims = placement.reclaim(before, Demands.of(config));
        try {
            return send(before, patch, config, claims);
        } catch (Rejection rejection) {
            placement.reclaim(before, Demands.of(before.config()));
            throw rejection;
        } finally {
            lifecycle.giveBack(before.resourceId());
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

    private ResourceState send(
            ResourceState before, ResourcePatch patch, ResourceConfig config, Claims claims) {
        return send(before, patch, config, claims, before.sequence());
    }

    private ResourceState send(
            ResourceState before,
            ResourcePatch patch,
            ResourceConfig config,
            Claims claims,
            long expectedSequence) {
        return commands.send(
                new UpdateResource(
                        before.resourceId(),
                        patch.name(),
                        patch.description(),
                        MergePatch.apply(before.labels(), patch.labels()),
                        patch.describes(),
                        config,
                        claims,
                        patch.computeWhenStopped(),
                        patch.onDivergence(),
                        expectedSequence));
    }
}
