package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainDescription;
import dev.aiwm.nodeagent.driver.libvirt.domain.SnapshotDescription;

import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Snapshots of the disks of a machine that runs, where libvirt offers none: QEMU takes them of all
 * disks at one instant, and libvirt is then told that they are there.
 */
final class LiveDisks {
    private static final Logger log = LoggerFactory.getLogger(LiveDisks.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REDEFINE = 1;
    private static final int CURRENT = 2;
    private static final int SECURE_AND_INACTIVE = 1 | 2;
    private static final int AGENT_SECONDS = 10;

    void take(
            Domain domain,
            DomainDescription description,
            SnapshotDescription.Plan plan,
            String parent)
            throws LibvirtException {
        boolean frozen = agent(domain, "guest-fsfreeze-freeze");
        try {
            var actions = new ArrayList<Map<String, Object>>();
            for (String device : devices(domain, description)) {
                actions.add(action("blockdev-snapshot-internal-sync", device, plan.id()));
            }
            monitor(domain, "transaction", Map.of("actions", actions));
        } finally {
            if (frozen) {
                agent(domain, "guest-fsfreeze-thaw");
            }
        }
        var kind = frozen ? SnapshotConsistency.AGENT_FROZEN : SnapshotConsistency.CRASH_CONSISTENT;
        String xml = plan.redefinition(kind, parent, domain.getXMLDesc(SECURE_AND_INACTIVE));
        domain.snapshotCreateXML(xml, REDEFINE | CURRENT).free();
    }

    /** Out of the disks; done when it is not in them. */
    void delete(Domain domain, DomainDescription description, SnapshotId id)
            throws LibvirtException {
        for (String device : devices(domain, description)) {
            try {
                monitor(domain, "blockdev-snapshot-delete-internal-sync", where(device, id));
            } catch (DriverException e) {
                if (!e.getMessage().contains("does not exist")) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, Object> action(String type, String device, SnapshotId id) {
        var action = new LinkedHashMap<String, Object>();
        action.put("type", type);
        action.put("data", where(device, id));
        return action;
    }

    private static Map<String, Object> where(String device, SnapshotId id) {
        return Map.of("device", device, "name", id.value());
    }

    /** What QEMU calls the disks: the nodes of their files. */
    private static List<String> devices(Domain domain, DomainDescription description)
            throws LibvirtException {
        var paths = description.disks().stream().map(DomainDescription.DiskEntry::path).toList();
        var nodes = new ArrayList<String>();
        for (JsonNode block : monitor(domain, "query-block", Map.of()).path("return")) {
            var inserted = block.path("inserted");
            if (paths.contains(inserted.path("image").path("filename").asString(""))) {
                nodes.add(inserted.path("node-name").asString(""));
            }
        }
        return nodes;
    }

    private static JsonNode monitor(Domain domain, String command, Map<String, Object> arguments)
            throws LibvirtException {
        var request = new LinkedHashMap<String, Object>();
        request.put("execute", command);
        if (!arguments.isEmpty()) {
            request.put("arguments", arguments);
        }
        var answer = JSON.readTree(domain.qemuMonitorCommand(JSON.writeValueAsString(request), 0));
        if (answer.has("error")) {
            throw Failures.refused(command, answer.path("error").path("desc").asString(""));
        }
        return answer;
    }

    /** Whether there is an agent in the guest that did it. */
    private static boolean agent(Domain domain, String command) {
        try {
            String request = JSON.writeValueAsString(Map.of("execute", command));
            return domain.qemuAgentCommand(request, AGENT_SECONDS, 0) != null;
        } catch (LibvirtException e) {
            if (Failures.is(e, ErrorNumber.VIR_ERR_AGENT_UNRESPONSIVE)) {
                log.debug("no agent in the guest: {}", e.getMessage());
            } else {
                log.info("the agent in the guest did not {}: {}", command, e.getMessage());
            }
            return false;
        }
    }
}
