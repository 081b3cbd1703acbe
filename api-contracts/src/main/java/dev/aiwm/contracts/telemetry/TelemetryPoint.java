package dev.aiwm.contracts.telemetry;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.contracts.protocol.ResourceSample;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures of one moment, or their means over a while. A figure that was not told is absent.
 *
 * @param values by name, such as {@code cpuUsagePercent} or {@code gpu.GPU-0.temperature}
 */
public record TelemetryPoint(Instant at, Map<String, Double> values) {
    public TelemetryPoint {
        requireNonNull(at, "at is null");
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static TelemetryPoint of(Instant at, HostSample host, List<GpuSample> gpuDevices) {
        var values = new Values();
        if (host != null) {
            values.put("cpuUsagePercent", host.cpuUsagePercent());
            values.put("ramUsedMB", host.ramUsedMB());
            values.put("ramTotalMB", host.ramTotalMB());
            values.put("diskUsedGB", host.diskUsedGB());
            values.put("diskTotalGB", host.diskTotalGB());
            values.put("networkRxBytes", host.networkRxBytes());
            values.put("networkTxBytes", host.networkTxBytes());
        }
        for (var gpu : gpuDevices) {
            String prefix = "gpu." + gpu.deviceId() + ".";
            values.put(prefix + "utilization", gpu.utilization());
            values.put(prefix + "memoryUsed", gpu.memoryUsed());
            values.put(prefix + "memoryTotal", gpu.memoryTotal());
            values.put(prefix + "temperature", gpu.temperature());
            values.put(prefix + "powerWatts", gpu.powerWatts());
        }
        return new TelemetryPoint(at, values.told);
    }

    public static TelemetryPoint of(Instant at, ResourceSample sample) {
        var values = new Values();
        values.put("cpuUsagePercent", sample.cpuUsagePercent());
        values.put("memoryUsedMB", sample.memoryUsedMB());
        values.put("memoryTotalMB", sample.memoryTotalMB());
        values.put("diskUsedGB", sample.diskUsedGB());
        values.put("networkRxBytes", sample.networkRxBytes());
        values.put("networkTxBytes", sample.networkTxBytes());
        return new TelemetryPoint(at, values.told);
    }

    private static final class Values {
        private final Map<String, Double> told = new TreeMap<>();

        void put(String name, Number figure) {
            if (figure != null) {
                told.put(name, figure.doubleValue());
            }
        }
    }
}
