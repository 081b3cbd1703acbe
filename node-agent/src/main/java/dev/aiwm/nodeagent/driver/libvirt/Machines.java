package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainDescription;
import dev.aiwm.nodeagent.driver.libvirt.domain.Mark;

import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.Inet4Address;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at machines: what they do, since when, and under which address. */
final class Machines {
    private static final Logger log = LoggerFactory.getLogger(Machines.class);
    private static final int ELEMENT = 2;
    private static final int LIVE = 1;

    /** Leases of libvirt's own networks, the agent in the guest, the host's neighbours. */
    private static final int[] SOURCES = {0, 1, 2};

    private final Domains domains;
    private final NativeConnection nativeConnection;
    private final Clock clock;

    Machines(Domains domains, NativeConnection nativeConnection, Clock clock) {
        this.domains = domains;
        this.nativeConnection = nativeConnection;
        this.clock = clock;
    }

    Machine get(ResourceId resourceId) {
        return domains.with(resourceId, "look at the machine", this::machine);
    }

    Optional<Machine> find(UUID uuid) {
        return domains.find(uuid, "look at the machine", this::machine);
    }

    List<Machine> all() {
        return domains.each(
                "list the machines",
                (domain, description) -> {
                    var mark = domains.ours(description);
                    return mark.isEmpty() ? null : machine(domain, description, mark.get());
                });
    }

    PowerState state(Domain domain, UUID uuid) throws LibvirtException {
        var told = nativeConnection.state(uuid);
        if (told.isPresent()) {
            return told.get();
        }
        return domain.isActive() == 1 ? PowerState.RUNNING : PowerState.STOPPED;
    }

    Machine machine(Domain domain, DomainDescription description, Mark mark)
            throws LibvirtException {
        var uuid = DerivedNames.uuid(mark.resourceId());
        var state = state(domain, uuid);
        boolean on = state.isOn();
        return new Machine(
                uuid,
                mark,
                state,
                on ? description.startedAt().orElse(null) : null,
                on ? address(domain, description, mark) : null);
    }

    /**
     * Note when it was started, unless that is known. It lives with the running domain: when the
     * domain ends, it is forgotten.
     */
    synchronized void noteStart(UUID uuid) {
        domains.find(
                uuid,
                "note the start",
                (domain, description, mark) -> {
                    if (domain.isActive() == 1 && description.startedAt().isEmpty()) {
                        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                        domain.setMetadata(
                                ELEMENT,
                                DomainDescription.start(now),
                                DomainDescription.START_PREFIX,
                                DomainDescription.START_NAMESPACE,
                                LIVE);
                    }
                    return true;
                });
    }

    /** The static address, or one that someone saw the guest use; null as long as nobody did. */
    private static String address(Domain domain, DomainDescription description, Mark mark) {
        if (mark.address() != null) {
            return mark.address();
        }
        if (description.cards().isEmpty()) {
            return null;
        }
        for (int source : SOURCES) {
            try {
                for (var card : domain.interfaceAddresses(source, 0)) {
                    for (var address : card.addrs) {
                        if (address.address instanceof Inet4Address seen
                                && !seen.isLoopbackAddress()) {
                            return seen.getHostAddress();
                        }
                    }
                }
            } catch (LibvirtException e) {
                log.debug("no addresses from source {}: {}", source, e.getMessage());
            }
        }
        return null;
    }
}
