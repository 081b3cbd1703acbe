package dev.aiwm.query.node;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.query.resource.ResourceQueries;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a node says that it runs, as a caller may see it: nothing of other organisations, and what
 * is nobody's resource only on a node of the caller's own.
 */
@Component
class VisibleSightings {
    private final ResourceQueries resources;

    VisibleSightings(ResourceQueries resources) {
        this.resources = resources;
    }

    List<ContainerInfo> containers(NodeState node, List<ContainerInfo> running, Caller caller) {
        if (caller.isAdmin()) {
            return running;
        }
        Owner owner = node.owner();
        boolean ownNode = owner != null && caller.maySee(owner);
        Set<String> own = own(running.stream().map(ContainerInfo::resourceId), caller);
        return running.stream()
                .filter(it -> it.managed() ? own.contains(it.resourceId()) : ownNode)
                .toList();
    }

    List<ResourceSample> figures(List<ResourceSample> samples, Caller caller) {
        if (caller.isAdmin()) {
            return samples;
        }
        Set<String> own = own(samples.stream().map(it -> it.resourceId().value()), caller);
        return samples.stream().filter(it -> own.contains(it.resourceId().value())).toList();
    }

    private Set<String> own(Stream<String> ids, Caller caller) {
        List<String> asked = ids.filter(Objects::nonNull).toList();
        return resources.states(asked).entrySet().stream()
                .filter(found -> caller.maySee(found.getValue().owner()))
                .map(found -> found.getKey())
                .collect(Collectors.toSet());
    }
}
