package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainDescription;
import dev.aiwm.nodeagent.driver.libvirt.domain.Mark;

import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds domains by the mark they carry, and lets go of libvirt's handles. */
final class Domains {
    /** Something to do with a domain that is ours. */
    @FunctionalInterface
    interface Verb<T> {
        T on(Domain domain, DomainDescription description, Mark mark) throws LibvirtException;
    }

    /** Something to do with any domain. */
    @FunctionalInterface
    interface Look<T> {
        T at(Domain domain, DomainDescription description) throws LibvirtException;
    }

    private final LibvirtConnection connection;
    private final String owner;

    Domains(LibvirtConnection connection, String owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /** NOT_FOUND when there is none of ours. */
    <T> T with(ResourceId resourceId, String doing, Verb<T> verb) {
        return find(resourceId, doing, verb)
                .orElseThrow(
                        () ->
                                DriverException.notFound(
                                        "no virtual machine here belongs to resource "
                                                + resourceId));
    }

    /** Empty when there is none of ours; the verb answers something. */
    <T> Optional<T> find(ResourceId resourceId, String doing, Verb<T> verb) {
        return find(DerivedNames.uuid(resourceId), doing, verb);
    }

    <T> Optional<T> find(UUID uuid, String doing, Verb<T> verb) {
        return look(
                uuid,
                doing,
                (domain, description) -> {
                    var mark = ours(description);
                    return mark.isEmpty() ? null : verb.on(domain, description, mark.get());
                });
    }

    /** Also at a domain that is not ours. */
    <T> Optional<T> look(UUID uuid, String doing, Look<T> look) {
        return connection.call(
                doing,
                connect -> {
                    try {
                        var domain = connect.domainLookupByUUIDString(uuid.toString());
                        return Optional.ofNullable(at(domain, look));
                    } catch (LibvirtException e) {
                        if (Failures.is(e, ErrorNumber.VIR_ERR_NO_DOMAIN)) {
                            return Optional.empty();
                        }
                        throw e;
                    }
                });
    }

    /**
     * What the look answers for each domain of the host; those that go away meanwhile are left out.
     */
    <T> List<T> each(String doing, Look<T> look) {
        return connection.call(doing, connect -> each(connect, look));
    }

    private static <T> List<T> each(Connect connect, Look<T> look) throws LibvirtException {
        var found = new ArrayList<T>();
        for (var domain : connect.listAllDomains(0)) {
            try {
                var seen = at(domain, look);
                if (seen != null) {
                    found.add(seen);
                }
            } catch (LibvirtException e) {
                if (!Failures.is(e, ErrorNumber.VIR_ERR_NO_DOMAIN)) {
                    throw e;
                }
            }
        }
        return found;
    }

    /** The mark, when it is of this node. */
    Optional<Mark> ours(DomainDescription description) {
        return description.mark().filter(mark -> mark.owner().equals(owner));
    }

    private static <T> T at(Domain domain, Look<T> look) throws LibvirtException {
        try {
            return look.at(domain, DomainDescription.parse(domain.getXMLDesc(0)));
        } finally {
            domain.free();
        }
    }
}
