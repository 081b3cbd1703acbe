package dev.aiwm.contracts.resource.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.ResourceType;

import java.util.List;
import java.util.function.Function;

/**
 * What a resource is made of. The annotations on its cases are checked when a request comes in,
 * never when an event is read: a limit tightened later must not make yesterday's events unreadable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VirtualMachineConfig.class, name = "virtual-machine"),
    @JsonSubTypes.Type(value = ApplicationContainerConfig.class, name = "application-container"),
    @JsonSubTypes.Type(value = InferenceContainerConfig.class, name = "inference-container")
})
public sealed interface ResourceConfig
        permits VirtualMachineConfig, ApplicationContainerConfig, InferenceContainerConfig {
    ResourceType resourceType();

    /** The same, with every secret replaced by the mask that readers see. */
    ResourceConfig masked();

    /** How large it is. */
    ResourceSize size();

    /** The same in another size. */
    ResourceConfig resized(ResourceSize size);

    /** Do they differ in their size at most? */
    default boolean isSameButForSize(ResourceConfig other) {
        return resourceType() == other.resourceType() && resized(other.size()).equals(other);
    }

    /** Every secret this refers to. */
    List<SecretRef> secrets();

    @JsonIgnore
    default boolean isVirtualMachine() {
        return resourceType().isVirtualMachine();
    }

    default <R> R fold(
            Function<VirtualMachineConfig, R> virtualMachine,
            Function<ApplicationContainerConfig, R> application,
            Function<InferenceContainerConfig, R> inference) {
        if (this instanceof VirtualMachineConfig config) {
            return virtualMachine.apply(config);
        }
        if (this instanceof ApplicationContainerConfig config) {
            return application.apply(config);
        }
        return inference.apply((InferenceContainerConfig) this);
    }
}
