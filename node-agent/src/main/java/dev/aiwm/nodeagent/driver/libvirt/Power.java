package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.StopOutcome;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;

import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

import java.time.Duration;
import java.util.UUID;

/** Switches machines on and off. What is wanted also holds after the host was restarted. */
final class Power implements Pausing {
    private static final String START = "start the machine";
    private static final String STOP = "stop the machine";

    /** A guest that was not up yet when the button was pressed did not see it. */
    private static final Duration PRESS_AGAIN = Duration.ofSeconds(2);

    /** The screen's port, which libvirt found free, may be somebody else's when QEMU comes. */
    private static final int ATTEMPTS = 3;

    private final Domains domains;
    private final Machines machines;
    private final DomainWatch watch;

    Power(Domains domains, Machines machines, DomainWatch watch) {
        this.domains = domains;
        this.machines = machines;
        this.watch = watch;
    }

    @Override
    public Runtime pause(ResourceId resourceId) {
        return turn(resourceId, "pause the machine", PowerState.RUNNING, Domain::suspend);
    }

    @Override
    public Runtime resume(ResourceId resourceId) {
        return turn(resourceId, "resume the machine", PowerState.PAUSED, Domain::resume);
    }

    /** Something that is done to a domain. */
    @FunctionalInterface
    private interface Turn {
        void on(Domain domain) throws LibvirtException;
    }

    private Runtime turn(ResourceId resourceId, String doing, PowerState from, Turn turn) {
        var uuid = DerivedNames.uuid(resourceId);
        domains.with(
                resourceId,
                doing,
                (domain, description, mark) -> {
                    var state = machines.state(domain, uuid);
                    if (!state.isOn()) {
                        throw DriverException.permanent(
                                Pausing.NOT_RUNNING, "the virtual machine does not run");
                    }
                    if (state == from) {
                        turn.on(domain);
                    }
                    return true;
                });
        return machines.get(resourceId).runtime();
    }

    Runtime start(ResourceId resourceId, Progress progress) {
        var uuid = DerivedNames.uuid(resourceId);
        domains.with(
                resourceId,
                START,
                (domain, description, mark) -> {
                    var state = machines.state(domain, uuid);
                    if (!state.isOn()) {
                        progress.at(0, "booting");
                        create(domain);
                    } else if (state == PowerState.PAUSED) {
                        domain.resume();
                    }
                    if (!domain.getAutostart()) {
                        domain.setAutostart(true);
                    }
                    return true;
                });
        machines.noteStart(uuid);
        return machines.get(resourceId).runtime();
    }

    private static void create(Domain domain) throws LibvirtException {
        for (int attempt = 1; ; attempt++) {
            try {
                domain.create();
                return;
            } catch (LibvirtException e) {
                if (domain.isActive() == 1) {
                    return;
                }
                if (attempt == ATTEMPTS || !Failures.isPortTaken(e)) {
                    throw e;
                }
            }
        }
    }

    StopOutcome stop(ResourceId resourceId, StopRequest request) {
        var uuid = DerivedNames.uuid(resourceId);
        try (var waiting = watch.await(uuid)) {
            boolean off =
                    domains.with(resourceId, STOP, (domain, description, mark) -> isOff(domain));
            if (off) {
                return new StopOutcome(null, false);
            }
            boolean listened = !request.force() && ask(uuid, request.grace(), waiting);
            if (!listened) {
                kill(uuid);
            }
            return new StopOutcome(null, !listened);
        }
    }

    /** Off at once; nothing when there is no such domain of ours. */
    void kill(UUID uuid) {
        domains.find(
                uuid,
                STOP,
                (domain, description, mark) -> {
                    try {
                        domain.destroy();
                    } catch (LibvirtException e) {
                        if (!Failures.is(e, ErrorNumber.VIR_ERR_OPERATION_INVALID)) {
                            throw e;
                        }
                    }
                    return true;
                });
    }

    private static boolean isOff(Domain domain) throws LibvirtException {
        if (domain.getAutostart()) {
            domain.setAutostart(false);
        }
        return domain.isActive() == 0;
    }

    /** Whether it went off by itself in time. */
    private boolean ask(UUID uuid, Duration grace, Waiting waiting) {
        long end = System.nanoTime() + grace.toNanos();
        press(uuid);
        while (!isGone(uuid)) {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            waiting.sleep(left.compareTo(PRESS_AGAIN) < 0 ? left : PRESS_AGAIN);
            if (!isGone(uuid)) {
                press(uuid);
            }
        }
        return true;
    }

    private void press(UUID uuid) {
        domains.find(
                uuid,
                STOP,
                (domain, description, mark) -> {
                    try {
                        if (machines.state(domain, uuid) == PowerState.PAUSED) {
                            domain.resume();
                        }
                        domain.shutdown();
                    } catch (LibvirtException e) {
                        if (!Failures.is(e, ErrorNumber.VIR_ERR_OPERATION_INVALID)) {
                            throw e;
                        }
                    }
                    return true;
                });
    }

    private boolean isGone(UUID uuid) {
        return domains.find(uuid, STOP, (domain, description, mark) -> domain.isActive() == 0)
                .orElse(true);
    }
}
