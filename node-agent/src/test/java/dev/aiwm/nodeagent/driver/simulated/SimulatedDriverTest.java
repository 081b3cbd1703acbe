package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.ResourceDriverConformance;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SimulatedDriverTest extends ResourceDriverConformance {
    @TempDir private Path folder;

    @Override
    protected DriverFixture createFixture() {
        return new SimulatedFixture(folder);
    }
}
