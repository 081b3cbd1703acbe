package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.VolumesConformance;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SimulatedVolumesTest extends VolumesConformance {
    @TempDir private Path folder;

    @Override
    protected DriverFixture createFixture() {
        return new SimulatedFixture(folder);
    }
}
