package dev.aiwm.nodeagent.driver.libvirt.domain;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;

import org.w3c.dom.Element;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What libvirt says of a snapshot. What libvirt has no word for is kept in the snapshot's
 * description, in JSON.
 */
public final class SnapshotDescription {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONSISTENCY = "consistency";
    private static final String DISK = "diskBytes";
    private static final String CREATED = "createdAt";
    private static final String TITLE = "name";
    private static final String TEXT = "description";

    private final Element snapshot;
    private final SnapshotFacts facts;

    private SnapshotDescription(Element snapshot, SnapshotFacts facts) {
        this.snapshot = snapshot;
        this.facts = facts;
    }

    /** Empty when it is not one that we took. */
    public static Optional<SnapshotDescription> parse(String xml) {
        var snapshot = XmlReader.parse(xml);
        try {
            JsonNode ours = JSON.readTree(XmlReader.text(snapshot, TEXT).orElse(""));
            var facts =
                    new SnapshotFacts(
                            SnapshotId.of(XmlReader.text(snapshot, TITLE).orElse("")),
                            XmlReader.text(snapshot, "parent", TITLE)
                                    .map(SnapshotId::of)
                                    .orElse(null),
                            SnapshotConsistency.of(ours.path(CONSISTENCY).asString("")),
                            ours.has(DISK) ? ours.path(DISK).asLong() : null,
                            null,
                            Instant.parse(ours.path(CREATED).asString("")));
            return Optional.of(new SnapshotDescription(snapshot, facts));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    public static String nameOf(String xml) {
        return XmlReader.text(XmlReader.parse(xml), TITLE).orElse("");
    }

    public SnapshotFacts facts() {
        return facts;
    }

    /** Whether the machine had as many processors and as much memory then. */
    public boolean hasSizeOf(DomainDescription machine) {
        return XmlReader.find(snapshot, "domain")
                .map(DomainDescription::new)
                .filter(
                        then ->
                                then.vcpus() == machine.vcpus()
                                        && then.memoryKiB() == machine.memoryKiB())
                .isPresent();
    }

    /** A snapshot that is to be taken. */
    public record Plan(SnapshotId id, String name, String description, long diskBytes, Instant at) {
        public Plan {
            requireNonNull(id, "id is null");
            requireNonNull(name, "name is null");
            requireNonNull(at, "at is null");
        }

        public String xml(SnapshotConsistency consistency) {
            return XmlWriter.document("domainsnapshot", snapshot -> head(snapshot, consistency));
        }

        /** As libvirt would have written down one of a machine at rest. */
        public String redefinition(SnapshotConsistency consistency, String parent, String domain) {
            return XmlWriter.document(
                    "domainsnapshot",
                    snapshot -> {
                        head(snapshot, consistency);
                        snapshot.text("state", "shutoff");
                        if (parent != null) {
                            snapshot.within("parent", inner -> inner.text(TITLE, parent));
                        }
                        snapshot.text("creationTime", at.getEpochSecond());
                        snapshot.add("memory", "snapshot", "no");
                        snapshot.within("disks", disks -> disks(disks, domain));
                        snapshot.adopt(XmlReader.parse(domain));
                    });
        }

        private static void disks(XmlWriter disks, String domain) {
            DomainDescription.parse(domain)
                    .disks()
                    .forEach(
                            disk ->
                                    disks.add(
                                            "disk", "name", disk.target(), "snapshot", "internal"));
        }

        private void head(XmlWriter snapshot, SnapshotConsistency consistency) {
            var ours = new LinkedHashMap<String, Object>();
            ours.put(CONSISTENCY, consistency.wire());
            ours.put(CREATED, at.toString());
            ours.put(DISK, diskBytes);
            ours.put(TITLE, name);
            if (description != null) {
                ours.put(TEXT, description);
            }
            snapshot.text(TITLE, id.value()).text(TEXT, JSON.writeValueAsString(ours));
        }
    }
}
