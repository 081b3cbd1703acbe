package dev.aiwm.contracts.bulk;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.ResourceType;

import java.util.List;

/**
 * Which resources are meant; the same filters under the same names as those of the list. Every one
 * that is given must match. Deleted resources never do.
 *
 * @param name the name, or its beginning and a star
 * @param label each {@code name=value} or {@code name}
 * @param owner the user id of the owner
 */
public record ResourceFilter(
        ResourceType resourceType,
        List<ResourceStatus> status,
        NodeId nodeId,
        String name,
        List<String> label,
        String owner) {
    public ResourceFilter {
        status = status == null ? List.of() : List.copyOf(status);
        label = label == null ? List.of() : List.copyOf(label);
    }

    /** Nothing is asked for, so that everything would match. */
    @JsonIgnore
    public boolean isOpen() {
        return resourceType == null
                && status.isEmpty()
                && nodeId == null
                && name == null
                && label.isEmpty()
                && owner == null;
    }

    public boolean matches(ResourceState state) {
        return !state.isDeleted()
                && (resourceType == null || state.config().resourceType() == resourceType)
                && (status.isEmpty() || status.contains(state.status()))
                && (nodeId == null || state.nodeId().equals(nodeId))
                && (name == null || isNamed(state.name()))
                && label.stream().allMatch(word -> isLabelled(state, word))
                && (owner == null || state.owner().userId().equals(owner));
    }

    private boolean isNamed(String resource) {
        return name.endsWith("*")
                ? resource.startsWith(name.substring(0, name.length() - 1))
                : resource.equals(name);
    }

    private static boolean isLabelled(ResourceState state, String word) {
        int split = word.indexOf('=');
        return split < 0
                ? state.labels().containsKey(word)
                : word.substring(split + 1).equals(state.labels().get(word.substring(0, split)));
    }
}
