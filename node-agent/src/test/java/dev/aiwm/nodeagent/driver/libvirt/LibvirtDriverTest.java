package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.ResourceDriverConformance;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.BeforeAll;

/** Against libvirt and QEMU as they are installed, with guests of 80 bytes of code. */
class LibvirtDriverTest extends ResourceDriverConformance {
    @BeforeAll
    static void requireLibvirt() {
        Virsh.require();
    }

    @Override
    protected DriverFixture createFixture() {
        return new LibvirtFixture();
    }
}
