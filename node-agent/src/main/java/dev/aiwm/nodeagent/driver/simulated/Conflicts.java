package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.nodeagent.driver.DriverException;

import java.util.List;

/** A real engine would refuse what is in use; so does this one, whoever should have known. */
final class Conflicts {
    private Conflicts() {}

    static void refuse(SimulatedObject starting, List<SimulatedObject> all) {
        var devices = starting.devices();
        for (var other : all) {
            if (other.isAlive() && !other.resourceId().equals(starting.resourceId())) {
                refuse(starting, devices, other);
            }
        }
    }

    private static void refuse(
            SimulatedObject starting, List<String> devices, SimulatedObject other) {
        for (var device : devices) {
            if (other.devices().contains(device)) {
                throw inUse("GPU_IN_USE", device, other);
            }
        }
        for (var port : starting.claims().hostPorts()) {
            if (other.claims().hostPorts().stream().anyMatch(port::clashesWith)) {
                throw inUse("PORT_IN_USE", port.protocol().wire() + " port " + port.port(), other);
            }
        }
    }

    private static DriverException inUse(String code, String what, SimulatedObject holder) {
        return DriverException.permanent(
                code, what + " is in use by '" + holder.name() + "' (" + holder.resourceId() + ")");
    }
}
