package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.SnapshottingConformance;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SimulatedSnapshotsTest extends SnapshottingConformance {
    @TempDir private Path folder;

    @Override
    protected DriverFixture createFixture() {
        return SimulatedFixture.ofMachines(folder);
    }
}
