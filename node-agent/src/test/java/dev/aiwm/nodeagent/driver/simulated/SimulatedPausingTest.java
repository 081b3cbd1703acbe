package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.PausingConformance;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SimulatedPausingTest extends PausingConformance {
    @TempDir private Path folder;

    @Override
    protected DriverFixture createFixture() {
        return SimulatedFixture.ofMachines(folder);
    }
}
