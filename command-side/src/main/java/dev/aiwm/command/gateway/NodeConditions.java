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
        for (GpuSample gpu : metrics.gpuDevices()) {
            if (gpu.temperature() != null) {
                weigh(
                        new Figure(gpu.temperature(), settings.gpuTemperature(), "%.0f degrees"),
                        NodeWarningKind.GPU_TEMPERATURE,
                        gpu.deviceId(),
                        settings.margin(),
                        into);
            }
            var memory = percent(gpu.memoryUsed(), gpu.memoryTotal());
            memory.ifPresent(
                    percent ->
                            weigh(
                                    new Figure(
                                            percent,
                                            settings.gpuMemoryPercent(),
                                            "%.0f %% of its memory used"),
                                    NodeWarningKind.GPU_MEMORY,
                                    gpu.deviceId(),
                                    settings.margin(),
                                    into));
        }
        HostSample host = metrics.host();
        if (host != null) {
            percent(host.diskUsedGB(), host.diskTotalGB())
                    .ifPresent(
                            percent ->
                                    weigh(
                                            new Figure(
                                                    percent,
                                                    settings.diskPercent(),
                                                    "%.0f %% used"),
                                            NodeWarningKind.DISK,
                                            DISK,
                                            settings.margin(),
                                            into));
        }
    }

    private record Figure(double value, double threshold, String format) {
        String text() {
            return String.format(Locale.ROOT, format, value);
        }
    }

    private static void weigh(
            Figure figure, NodeWarningKind kind, String subject, double margin, Findings into) {
        var finding = new NodeFinding(kind, subject, figure.text());
        if (figure.value() >= figure.threshold()) {
            into.raised().add(finding);
        } else if (figure.value() >= figure.threshold() - margin) {
            into.lingering().add(finding);
        }
    }

    private static Optional<Double> percent(Number used, Number total) {
        return used == null || total == null || total.doubleValue() <= 0
                ? Optional.empty()
                : Optional.of(used.doubleValue() / total.doubleValue() * PERCENT);
    }
}
