package dev.aiwm.command.api;

import dev.aiwm.command.bulk.BulkSettings;
import dev.aiwm.command.bulk.KnownBulks;
import dev.aiwm.command.bulk.ResourceIndex;
import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.BulkTarget;
import dev.aiwm.contracts.bulk.command.CancelBulk;
import dev.aiwm.contracts.bulk.command.StartBulk;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.IfMatch;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** From what is wanted of many resources to a bulk operation for those that the caller may see. */
@Component
class BulkOperations {
    private static final String REASON = "cancelled by a user";

    private final ResourceIndex index;
    private final KnownResources resources;
    private final Commands commands;
    private final KnownBulks bulks;
    private final BulkSettings settings;

    BulkOperations(
            ResourceIndex index,
            KnownResources resources,
            Commands commands,
            KnownBulks bulks,
            BulkSettings settings) {
        this.index = index;
        this.resources = resources;
        this.commands = commands;
        this.bulks = bulks;
        this.settings = settings;
    }

    void check(BulkRequest request) {
        var findings = new Findings();
        TaskRules.check(request.operation(), findings);
        findings.need(request.filter() == null && request.ids() == null, "/filter", "without ids");
        findings.contradiction(
                request.filter() != null && request.ids() != null,
                "/ids",
                "and filter exclude each other");
        if (request.filter() != null) {
            TaskRules.check(request.filter(), findings);
        }
        checkIds(request.ids(), findings);
        if (parallelism(request) > settings.mostParallel()) {
            findings.invalid("/parallelism", "must be at most " + settings.mostParallel());
        }
        ResourceForms.refuse(findings.all());
    }

    private static void checkIds(List<String> ids, Findings findings) {
        for (int i = 0; ids != null && i < ids.size(); i++) {
            try {
                ResourceId.of(ids.get(i));
            } catch (IllegalArgumentException | NullPointerException e) {
                findings.invalid("/ids/" + i, "must be 24 hex digits");
            }
        }
    }

    int parallelism(BulkRequest request) {
        return request.parallelism() == null ? settings.parallelism() : request.parallelism();
    }

    List<ResourceState> resourcesOf(BulkRequest request, Caller caller) {
        List<ResourceState> found =
                request.filter() == null
                        ? request.ids().stream()
                                .distinct()
                                .map(id -> resources.require(ResourceId.of(id), caller))
                                .toList()
                        : index.find(
                                request.filter(),
                                caller.isAdmin() ? null : caller.orgId(),
                                settings.mostResources());
        if (found.size() > settings.mostResources()) {
            throw new Rejection(
                    RejectionCode.TOO_MANY_RESOURCES,
                    "a bulk operation is for at most " + settings.mostResources() + " resources",
                    Map.of("most", settings.mostResources()));
        }
        return found;
    }

    BulkState start(BulkRequest request, List<ResourceState> states, BulkId id, Caller caller) {
        return commands.send(
                new StartBulk(
                        id,
                        request.operation(),
                        ownerOf(states, caller),
                        request.filter(),
                        states.stream()
                                .map(state -> new BulkTarget(state.resourceId(), state.name()))
                                .toList(),
                        parallelism(request),
                        null));
    }

    /** It belongs to those whose resources it is for, or else to nobody but administrators. */
    private static Owner ownerOf(List<ResourceState> states, Caller caller) {
        var orgs = states.stream().map(state -> state.owner().orgId()).distinct().toList();
        return switch (orgs.size()) {
            case 0 -> caller.asOwner();
            case 1 -> new Owner(orgs.get(0), caller.userId());
            default -> new Owner(Owner.SEVERAL_ORGS, caller.userId());
        };
    }

    BulkState cancel(BulkId id, Caller caller, boolean force, IfMatch version) {
        if (bulks.find(id).filter(before -> caller.maySee(before.owner())).isEmpty()) {
            throw new Rejection(
                    RejectionCode.NOT_FOUND,
                    "there is no bulk operation " + id.value(),
                    Map.of("bulkId", id.value()));
        }
        return commands.send(new CancelBulk(id, REASON, force, version.expectedSequence()));
    }
}
