package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Consoles;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.VncScreen;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.nodeagent.driver.libvirt.domain.ScreenXml;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;

/**
 * Consoles of running machines: the serial line, and the screen behind a password for one visit.
 * Each line has a connection of its own: libvirt reads nothing more from one on which a guest is
 * sent more than it takes.
 */
final class MachineConsoles implements Consoles {
    private static final String OPEN = "open the console";
    private static final Duration PASSWORD_HOLDS = Duration.ofMinutes(2);
    private static final int LIVE = 1;

    private final Domains domains;
    private final NativeConnection nativeConnection;
    private final Clock clock;

    MachineConsoles(Domains domains, NativeConnection nativeConnection, Clock clock) {
        this.domains = domains;
        this.nativeConnection = nativeConnection;
        this.clock = clock;
    }

    @Override
    public Conversation serialConsole(ResourceId resourceId, ByteOutput output) {
        domains.with(
                resourceId,
                OPEN,
                (domain, description, mark) -> {
                    requireRunning(domain.isActive() == 1);
                    return true;
                });
        var own = nativeConnection.another();
        var console =
                own.with(
                        DerivedNames.uuid(resourceId),
                        (libvirt, connect, domain) ->
                                SerialConsole.open(libvirt, connect, domain, output, own::close));
        if (console.isEmpty()) {
            own.close();
        }
        return console.orElseThrow(
                () ->
                        DriverException.retryable(
                                Failures.ENGINE_REFUSED,
                                "libvirt could not open the machine's serial console"));
    }

    @Override
    public VncScreen vncScreen(ResourceId resourceId) {
        return domains.with(
                resourceId,
                OPEN,
                (domain, description, mark) -> {
                    requireRunning(domain.isActive() == 1);
                    int port =
                            description
                                    .vncPort()
                                    .orElseThrow(
                                            () ->
                                                    DriverException.permanent(
                                                            Failures.UNSUPPORTED,
                                                            "the machine has no screen"));
                    String password = Creation.password();
                    var until = clock.instant().plus(PASSWORD_HOLDS);
                    domain.updateDeviceFlags(ScreenXml.of(port, password, until), LIVE);
                    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
                    return new VncScreen(address, password);
                });
    }

    private static void requireRunning(boolean running) {
        if (!running) {
            throw DriverException.permanent(
                    Executing.NOT_RUNNING, "the virtual machine does not run");
        }
    }
}
