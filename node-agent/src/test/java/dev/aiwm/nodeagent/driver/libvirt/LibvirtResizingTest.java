package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.ResizingConformance;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.BeforeAll;

class LibvirtResizingTest extends ResizingConformance {
    @BeforeAll
    static void requireLibvirt() {
        Virsh.require();
    }

    @Override
    protected DriverFixture createFixture() {
        return new LibvirtFixture();
    }
}
