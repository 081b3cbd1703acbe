package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.CpuStatsConfig;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.StatisticNetworksConfig;
import com.github.dockerjava.api.model.Statistics;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ResourceSample;

import java.util.function.ToLongFunction;

/** Reads the engine's figures (R031); what it does not tell stays absent. */
final class Figures {
    private static final long MB = 1024L * 1024;
    private static final double PERCENT = 100;

    private Figures() {}

    static ResourceSample of(ResourceId resourceId, Statistics figures, Long diskUsedGB) {
        var memory = figures.getMemoryStats();
        return new ResourceSample(
                resourceId,
                cpuPercent(figures.getPreCpuStats(), figures.getCpuStats()),
                usedMB(memory),
                memory == null || memory.getLimit() == null ? null : memory.getLimit() / MB,
                diskUsedGB,
                sum(figures, card -> orZero(card.getRxBytes())),
                sum(figures, card -> orZero(card.getTxBytes())));
    }

    /** Of all CPUs that the container may use at once: two busy ones are 200. */
    private static Double cpuPercent(CpuStatsConfig before, CpuStatsConfig now) {
        if (before == null
                || now == null
                || before.getSystemCpuUsage() == null
                || now.getSystemCpuUsage() == null
                || now.getOnlineCpus() == null) {
            return null;
        }
        double system = now.getSystemCpuUsage() - before.getSystemCpuUsage();
        double used = now.getCpuUsage().getTotalUsage() - before.getCpuUsage().getTotalUsage();
        return system <= 0 || used < 0
                ? null
                : Math.round(PERCENT * 10 * used / system * now.getOnlineCpus()) / 10.0;
    }

    /** Without what the kernel only caches, as it gives that back when asked. */
    private static Long usedMB(MemoryStatsConfig memory) {
        if (memory == null || memory.getUsage() == null) {
            return null;
        }
        var parts = memory.getStats();
        Long cached =
                parts == null
                        ? null
                        : parts.getTotalInactiveFile() == null
                                ? parts.getInactiveFile()
                                : parts.getTotalInactiveFile();
        return Math.max(0, memory.getUsage() - orZero(cached)) / MB;
    }

    private static Long sum(Statistics figures, ToLongFunction<StatisticNetworksConfig> part) {
        return figures.getNetworks() == null
                ? null
                : figures.getNetworks().values().stream().mapToLong(part).sum();
    }

    private static long orZero(Long value) {
        return value == null ? 0 : value;
    }
}
