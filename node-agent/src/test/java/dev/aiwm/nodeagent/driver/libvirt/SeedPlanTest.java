package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.CloudInit;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.nodeagent.driver.CreateRequest;

import org.junit.jupiter.api.Test;

import java.util.List;

class SeedPlanTest {
    @Test
    void each_line_is_a_key_that_lets_the_user_in() {
        var init = new CloudInit(null, "ssh-rsa AAAA me\r\n\n ssh-ed25519 BBBB you\n", "me", null);
        var network =
                new NetworkConfig(NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, null);
        var config = new VirtualMachineConfig(OsImage.DEBIAN_12, 1, 64, 1, null, network, init);
        var request = new CreateRequest(ResourceId.random(), "vm", 1, config, Claims.NONE);

        assertThat(SeedPlan.of(request, config, List.of(), true).sshKeys())
                .containsExactly("ssh-rsa AAAA me", "ssh-ed25519 BBBB you");
    }
}
