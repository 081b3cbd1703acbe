package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.nodeagent.driver.libvirt.domain.Capabilities;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainSpec;

import org.libvirt.Connect;

/** Which of the host's abilities a machine uses. */
final class Abilities {
    private final LibvirtSettings settings;
    private final LibvirtConnection connection;
    private final NativeConnection nativeConnection;

    Abilities(
            LibvirtSettings settings,
            LibvirtConnection connection,
            NativeConnection nativeConnection) {
        this.settings = settings;
        this.connection = connection;
        this.nativeConnection = nativeConnection;
    }

    DomainSpec.Host of(OsImage image, DomainSpec.Devices given) {
        String capabilities = connection.call("tell what it can", Connect::getCapabilities);
        boolean kvm = settings.kvm().with(Capabilities.hasKvm(capabilities));
        boolean wanted = Guests.bootsByUefi(image) || !given.functions().isEmpty();
        boolean uefi = settings.uefi().with(wanted && hasUefi());
        return new DomainSpec.Host(kvm, uefi);
    }

    private boolean hasUefi() {
        return nativeConnection.domainCapabilities().filter(Capabilities::hasUefi).isPresent();
    }
}
