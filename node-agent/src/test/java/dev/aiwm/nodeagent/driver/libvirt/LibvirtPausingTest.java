package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.PausingConformance;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.BeforeAll;

class LibvirtPausingTest extends PausingConformance {
    @BeforeAll
    static void requireLibvirt() {
        Virsh.require();
    }

    @Override
    protected DriverFixture createFixture() {
        return new LibvirtFixture();
    }
}
