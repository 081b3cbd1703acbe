package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;

import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** Takes machines away with all that was made for them. */
final class Removal {
    private static final String REMOVE = "remove the machine";

    /** What libvirt keeps of a domain beside its definition: saved memory, snapshots, firmware. */
    private static final int WITH_ALL = 1 | 2 | 4;

    private final Domains domains;
    private final DiskPool pool;
    private final Power power;

    Removal(Domains domains, DiskPool pool, Power power) {
        this.domains = domains;
        this.pool = pool;
        this.power = power;
    }

    /** Whole or half-made; done at once when there is nothing. */
    void remove(ResourceId resourceId) {
        var uuid = DerivedNames.uuid(resourceId);
        power.kill(uuid);
        domains.find(
                uuid,
                REMOVE,
                (domain, description, mark) -> {
                    try {
                        domain.undefine(WITH_ALL);
                    } catch (LibvirtException e) {
                        if (!Failures.is(e, ErrorNumber.VIR_ERR_NO_DOMAIN)) {
                            throw e;
                        }
                    }
                    return true;
                });
        pool.deleteAll(resourceId);
    }

    /** Off, as its place is taken by a newer one that keeps its disk. */
    void off(ResourceId resourceId) {
        power.kill(DerivedNames.uuid(resourceId));
    }
}
