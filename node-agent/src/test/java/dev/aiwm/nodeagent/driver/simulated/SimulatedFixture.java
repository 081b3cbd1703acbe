package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.Samples;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.Resizing;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.Snapshotting;
import dev.aiwm.nodeagent.driver.VolumeKeeping;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A simulated engine in which no time passes, but in which some programs do not want to end. */
final class SimulatedFixture implements DriverFixture {
    private static final String DEAF = "deaf";

    private final Path folder;
    private final ResourceConfig steady;
    private SimulatedDriver current;

    SimulatedFixture(Path folder) {
        this(folder, Samples.container());
    }

    private SimulatedFixture(Path folder, ResourceConfig steady) {
        this.folder = folder;
        this.steady = steady;
    }

    static SimulatedFixture ofMachines(Path folder) {
        return new SimulatedFixture(folder, Samples.virtualMachine());
    }

    @Override
    public ResourceDriver open() {
        var settings =
                SimulatedSettings.of(folder, SimulatedMachine.large("test"), Timings.INSTANT)
                        .withExceptions(
                                new NamedTimings(
                                        Pattern.compile(DEAF),
                                        Timings.INSTANT.withStop(Duration.ofDays(1))));
        current = new SimulatedDriver(settings, Clock.systemUTC(), time -> {});
        return current;
    }

    @Override
    public CreateRequest steady(ResourceId resourceId, int generation) {
        var claims = steady.isVirtualMachine() ? Samples.claims() : Claims.NONE;
        return new CreateRequest(resourceId, "steady", generation, steady, claims);
    }

    @Override
    public CreateRequest deaf(ResourceId resourceId) {
        return new CreateRequest(resourceId, DEAF, 1, Samples.container(), Claims.NONE);
    }

    @Override
    public CreateRequest keeping(ResourceId resourceId, int generation, String volume, String org) {
        var config = Samples.container(List.of(new VolumeMount(volume, "/keep", false)));
        return new CreateRequest(resourceId, "keeping", generation, config, Claims.NONE, org);
    }

    @Override
    public void endFromOutside(ResourceId resourceId, int exitCode) {
        current.end(resourceId, exitCode);
    }

    @Override
    public Set<Class<?>> capabilities() {
        return Set.of(Snapshotting.class, Pausing.class, Resizing.class, VolumeKeeping.class);
    }

    @Override
    public ResourceSize larger() {
        return new ResourceSize(6.0, 16_384L, steady.isVirtualMachine() ? 120L : null);
    }

    @Override
    public ResourceSize smaller() {
        return new ResourceSize(1.0, 1_024L, steady.isVirtualMachine() ? 120L : null);
    }

    @Override
    public Integer exitCodeWhenAsked() {
        return 0;
    }

    @Override
    public Integer exitCodeByForce() {
        return 137;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void close() {
        current.close();
    }
}
