package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.nodeagent.driver.libvirt.domain.Mark;

import java.time.Instant;
import java.util.UUID;

/** One machine of ours as libvirt has it now. */
record Machine(UUID uuid, Mark mark, PowerState state, Instant startedAt, String address) {
    Runtime runtime() {
        return state.isOn()
                ? new Runtime(
                        uuid.toString(),
                        address,
                        mark.gpuIds(),
                        mark.cpuCores(),
                        mark.ramMB(),
                        startedAt)
                : null;
    }

    ManagedResource seenAt(Instant at) {
        return managed(new Observation(state.observed(), null, state.message(), at), runtime());
    }

    ManagedResource absentAt(Instant at) {
        return managed(new Observation(ObservedState.ABSENT, null, null, at), null);
    }

    private ManagedResource managed(Observation observation, Runtime runtime) {
        return new ManagedResource(
                mark.resourceId(),
                ResourceType.VIRTUAL_MACHINE,
                mark.generation(),
                observation,
                runtime);
    }
}
