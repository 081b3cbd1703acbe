package dev.aiwm.command.gateway;

import dev.aiwm.contracts.node.NodeFinding;
import dev.aiwm.contracts.node.NodeWarning;
import dev.aiwm.contracts.node.NodeWarningKind;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.contracts.protocol.NodeMetrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the figures of one connection say about its node. A figure at its threshold is a finding
 * when it stayed there for some samples; one within the margin below it lingers. Not for several
 * threads.
 */
final class NodeConditions {
    private static final double PERCENT = 100;
    private static final String DISK = "disk";

    private final Map<Subject, Integer> inARow = new HashMap<>();
    private Set<Subject> standing = new HashSet<>();
    private Set<Subject> before = Set.of();

    record Findings(List<NodeFinding> raised, List<NodeFinding> lingering) {}

    private record Subject(NodeWarningKind kind, String name) {
        static Subject of(NodeFinding finding) {
            return new Subject(finding.kind(), finding.subject());
        }
    }

    /** With the warnings that stand from earlier connections. */
    void begin(List<NodeWarning> warnings) {
        standing = new HashSet<>();
        warnings.forEach(each -> standing.add(new Subject(each.kind(), each.subject())));
    }

    /** The last findings could not be told. */
    void takeBack() {
        standing = before;
    }

    /** What changes the warnings that stand; empty when nothing does. */
    Optional<Findings> judge(NodeMetrics metrics, WarningSettings settings) {
        var found = new Findings(new ArrayList<>(), new ArrayList<>());
        look(metrics, settings, found);
        var high = subjects(found.raised());
        inARow.keySet().retainAll(high);
        high.forEach(subject -> inARow.merge(subject, 1, Integer::sum));
        for (var each : List.copyOf(found.raised())) {
            if (inARow.get(Subject.of(each)) < settings.samples()) {
                found.raised().remove(each);
                found.lingering().add(each);
            }
        }
        var now = subjects(found.lingering());
        now.retainAll(standing);
        now.addAll(subjects(found.raised()));
        if (now.equals(standing)) {
            return Optional.empty();
        }
        before = standing;
        standing = now;
        return Optional.of(found);
    }

    private static Set<Subject> subjects(List<NodeFinding> findings) {
        var subjects = new HashSet<Subject>();
        findings.forEach(finding -> subjects.add(Subject.of(finding)));
        return subjects;
    }

    private static void look(NodeMetrics metrics, WarningSettings settings, Findings into) {
        for (NodeFault fault : metrics.faults()) {
            var kind =
                    fault.source().equals(NodeFault.GPU_DRIVER)
                            ? NodeWarningKind.GPU_DRIVER
                            : NodeWarningKind.ENGINE;
            into.raised().add(new NodeFinding(kind, fault.source(), fault.message()));
        }
        metrics.gpuDevices().forEach(gpu -> look(gpu, settings, into));
        metrics.disks()
                .forEach(
                        disk ->
                                look(
                                        disk.path(),
                                        percent(disk.usedMB(), disk.totalMB()),
                                        settings,
                                        into));
        HostSample host = metrics.host();
        if (host != null && metrics.disks().isEmpty()) {
            look(DISK, percent(host.diskUsedGB(), host.diskTotalGB()), settings, into);
        }
    }

    private static void look(String disk, Double used, WarningSettings settings, Findings into) {
        weigh(
                used,
                settings.diskPercent(),
                settings.margin(),
                text -> new NodeFinding(NodeWarningKind.DISK, disk, text + " % used"),
                into);
    }

    private static void look(GpuSample gpu, WarningSettings settings, Findings into) {
        weigh(
                gpu.temperature(),
                settings.gpuTemperature(),
                settings.margin(),
                text ->
                        new NodeFinding(
                                NodeWarningKind.GPU_TEMPERATURE, gpu.deviceId(), text + " degrees"),
                into);
        weigh(
                percent(gpu.memoryUsed(), gpu.memoryTotal()),
                settings.gpuMemoryPercent(),
                settings.margin(),
                text ->
                        new NodeFinding(
                                NodeWarningKind.GPU_MEMORY,
                                gpu.deviceId(),
                                text + " % of its memory used"),
                into);
    }

    /** A figure that was not told says nothing. */
    private static void weigh(
            Double figure,
            double threshold,
            double margin,
            Function<String, NodeFinding> finding,
            Findings into) {
        if (figure == null || figure < threshold - margin) {
            return;
        }
        var found = finding.apply(String.format(Locale.ROOT, "%.0f", figure));
        (figure >= threshold ? into.raised() : into.lingering()).add(found);
    }

    private static Double percent(Number used, Number total) {
        return used == null || total == null || total.doubleValue() <= 0
                ? null
                : Double.valueOf(used.doubleValue() / total.doubleValue() * PERCENT);
    }
}
