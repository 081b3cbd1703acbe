package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.domain.SnapshotDescription;

import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What libvirt knows of a machine's snapshots, written down beside its disks. The snapshots lie in
 * the disks, but libvirt forgets them with the definition of the machine.
 */
final class KeptSnapshots {
    private static final Logger log = LoggerFactory.getLogger(KeptSnapshots.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Kept>> ALL = new TypeReference<>() {};
    private static final int REDEFINE = 1;
    private static final int CURRENT = 2;

    private final Domains domains;
    private final DiskPool pool;

    KeptSnapshots(Domains domains, DiskPool pool) {
        this.domains = domains;
        this.pool = pool;
    }

    /** One of them, as libvirt describes it. */
    private record Kept(String xml, boolean current) {}

    /** Writes down what there is now; a snapshot is none the worse when that cannot be done. */
    void write(ResourceId resourceId) {
        try {
            writeAll(resourceId);
        } catch (DriverException e) {
            log.warn("the snapshots of {} are not written down", resourceId.value(), e);
        }
    }

    private void writeAll(ResourceId resourceId) {
        var all =
                domains.with(
                        resourceId,
                        "look at the snapshots",
                        (domain, description, mark) -> parentsFirst(domain));
        if (all.isEmpty()) {
            pool.delete(file(resourceId));
        } else {
            pool.put(file(resourceId), JSON.writeValueAsBytes(all));
        }
    }

    private static List<Kept> parentsFirst(Domain domain) throws LibvirtException {
        String current = SnapshotHandles.current(domain);
        var found = new ArrayList<SnapshotDescription>();
        for (String name : domain.snapshotListNames()) {
            SnapshotDescription.parse(SnapshotHandles.read(domain, name)).ifPresent(found::add);
        }
        found.sort(
                Comparator.comparing(
                        SnapshotDescription::facts,
                        Comparator.comparing(SnapshotFacts::createdAt)));
        var all = new ArrayList<Kept>();
        for (var each : found) {
            String name = each.facts().snapshotId().value();
            all.add(new Kept(SnapshotHandles.readWithSecrets(domain, name), name.equals(current)));
        }
        return all;
    }

    /** Tells libvirt of those that it has forgotten; what it does not take is left. */
    void tellAgain(ResourceId resourceId) {
        pool.read(file(resourceId))
                .ifPresent(
                        bytes ->
                                domains.with(
                                        resourceId,
                                        "tell of the snapshots",
                                        (domain, description, mark) ->
                                                tell(domain, JSON.readValue(bytes, ALL))));
    }

    private static boolean tell(Domain domain, List<Kept> all) {
        for (var each : all) {
            try {
                domain.snapshotCreateXML(each.xml(), each.current() ? REDEFINE | CURRENT : REDEFINE)
                        .free();
            } catch (LibvirtException e) {
                log.warn("libvirt does not take a snapshot that it knew before", e);
            }
        }
        return true;
    }

    private static String file(ResourceId resourceId) {
        return resourceId.value() + ".snapshots.json";
    }
}
