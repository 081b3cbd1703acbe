package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.nodeagent.Samples;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.ResourceDriver;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** A simulated engine in which no time passes, but in which some programs do not want to end. */
final class SimulatedFixture implements DriverFixture {
    private static final String DEAF = "deaf";

    private final Path folder;
    private SimulatedDriver current;

    SimulatedFixture(Path folder) {
        this.folder = folder;
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
        return new CreateRequest(
                resourceId, "steady", generation, Samples.container(), Claims.NONE);
    }

    @Override
    public CreateRequest deaf(ResourceId resourceId) {
        return new CreateRequest(resourceId, DEAF, 1, Samples.container(), Claims.NONE);
    }

    @Override
    public void endFromOutside(ResourceId resourceId, int exitCode) {
        current.end(resourceId, exitCode);
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
