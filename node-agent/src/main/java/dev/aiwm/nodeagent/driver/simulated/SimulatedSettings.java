package dev.aiwm.nodeagent.driver.simulated;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * How a simulated engine behaves. What it "runs" is kept in a folder, so that it goes on "running"
 * while the agent is away.
 */
public record SimulatedSettings(
        Path folder,
        SimulatedMachine machine,
        Timings timings,
        List<NamedTimings> exceptions,
        List<Fault> faults,
        List<ProgramExit> exits) {
    public SimulatedSettings {
        requireNonNull(folder, "folder is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(timings, "timings is null");
        exceptions = List.copyOf(exceptions);
        faults = List.copyOf(faults);
        exits = List.copyOf(exits);
    }

    public static SimulatedSettings of(Path folder, SimulatedMachine machine, Timings timings) {
        return new SimulatedSettings(folder, machine, timings, List.of(), List.of(), List.of());
    }

    public SimulatedSettings withTimings(Timings other) {
        return new SimulatedSettings(folder, machine, other, exceptions, faults, exits);
    }

    /** Other timings for some; the first that matches counts. */
    public SimulatedSettings withExceptions(NamedTimings... others) {
        return new SimulatedSettings(folder, machine, timings, List.of(others), faults, exits);
    }

    public SimulatedSettings withFaults(Fault... others) {
        return new SimulatedSettings(folder, machine, timings, exceptions, List.of(others), exits);
    }

    public SimulatedSettings withExits(ProgramExit... others) {
        return new SimulatedSettings(folder, machine, timings, exceptions, faults, List.of(others));
    }

    Timings timingsOf(String name) {
        return exceptions.stream()
                .filter(exception -> exception.matching().matcher(name).find())
                .findFirst()
                .map(NamedTimings::timings)
                .orElse(timings);
    }
}
