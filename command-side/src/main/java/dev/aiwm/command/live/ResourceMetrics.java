package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.LiveSample;
import dev.aiwm.contracts.resource.ResourceState;

import java.time.Instant;
import java.util.stream.Stream;

/** What a resource uses at the moment (R031); a figure that cannot be told is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResourceMetrics(String resourceId, Instant timestamp, Figures metrics, String note) {
    private static final double HUNDRED = 100.0;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figures(Cpu cpu, Memory memory, Disk disk, Gpu gpu, Network network) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cpu(double cores, Double usagePercent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Memory(Long totalMB, Long usedMB, Double usagePercent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Disk(Long totalGB, Long usedGB, Double usagePercent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gpu(
            boolean enabled,
            String deviceId,
            Double usagePercent,
            Long memoryUsedMB,
            Long memoryTotalMB) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Network(Long rxBytes, Long txBytes) {}

    static ResourceMetrics of(ResourceState state, LiveSample live, Instant now) {
        var sample = live.resource();
        Claims claims = state.claims();
        Long totalMB = sample.memoryTotalMB();
        if (totalMB == null && claims.ramMB() > 0) {
            totalMB = claims.ramMB();
        }
        Long totalGB = claims.diskGB() > 0 ? claims.diskGB() : null;
        var figures =
                new Figures(
                        new Cpu(claims.cpuCores(), sample.cpuUsagePercent()),
                        new Memory(
                                totalMB,
                                sample.memoryUsedMB(),
                                percent(sample.memoryUsedMB(), totalMB)),
                        new Disk(
                                totalGB,
                                sample.diskUsedGB(),
                                percent(sample.diskUsedGB(), totalGB)),
                        gpu(claims, live),
                        new Network(sample.networkRxBytes(), sample.networkTxBytes()));
        return new ResourceMetrics(
                state.resourceId().value(), now, figures, live.simulated() ? "simulated" : null);
    }

    private static Gpu gpu(Claims claims, LiveSample live) {
        String id =
                Stream.concat(
                                claims.gpuIds().stream(),
                                claims.migSlices().stream().map(MigSlice::gpuId))
                        .findFirst()
                        .orElse(null);
        if (id == null) {
            return new Gpu(false, null, null, null, null);
        }
        GpuSample sample =
                live.gpuDevices().stream()
                        .filter(device -> device.deviceId().equals(id))
                        .findFirst()
                        .orElse(new GpuSample(id, null, null, null, null, null));
        return new Gpu(true, id, sample.utilization(), sample.memoryUsed(), sample.memoryTotal());
    }

    private static Double percent(Long used, Long total) {
        return used == null || total == null || total == 0
                ? null
                : Math.round(used * HUNDRED * HUNDRED / total) / HUNDRED;
    }
}
