package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainDescription;
import dev.aiwm.nodeagent.driver.libvirt.domain.Mark;

import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Measures machines by what libvirt counts of them. */
final class Meter {
    private static final Logger log = LoggerFactory.getLogger(Meter.class);
    private static final int STATISTICS = 16;
    private static final int UNUSED = 4;
    private static final int AVAILABLE = 5;
    private static final int USABLE = 8;
    private static final long KIB_IN_MIB = 1L << 10;
    private static final double GIB = 1L << 30;
    private static final double PERCENT = 100.0;

    private final Domains domains;
    private final Machines machines;
    private final Map<ResourceId, CpuTime> last = new HashMap<>();

    Meter(Domains domains, Machines machines) {
        this.domains = domains;
        this.machines = machines;
    }

    synchronized EngineStats measure() {
        var objects = new ArrayList<ContainerInfo>();
        List<ResourceSample> samples =
                domains.each(
                        "measure the machines",
                        (domain, description) -> {
                            var mark = domains.ours(description);
                            var uuid = UUID.fromString(domain.getUUIDString());
                            var state = machines.state(domain, uuid);
                            objects.add(object(uuid, description, mark.orElse(null), state));
                            return mark.isPresent() && state.isOn()
                                    ? sample(domain, description, mark.get())
                                    : null;
                        });
        last.keySet().removeIf(id -> samples.stream().noneMatch(s -> s.resourceId().equals(id)));
        return new EngineStats(null, List.of(), objects, samples, false);
    }

    synchronized EngineStats measure(ResourceId resourceId) {
        var samples =
                domains.with(
                        resourceId,
                        "measure the machine",
                        (domain, description, mark) ->
                                machines.state(domain, DerivedNames.uuid(resourceId)).isOn()
                                        ? List.of(sample(domain, description, mark))
                                        : List.<ResourceSample>of());
        return new EngineStats(null, List.of(), List.of(), samples, false);
    }

    private static ContainerInfo object(
            UUID uuid, DomainDescription description, Mark mark, PowerState state) {
        return new ContainerInfo(
                uuid.toString(),
                description.name(),
                mark == null ? null : mark.image(),
                state.message() == null ? state.observed().wire() : state.message(),
                mark == null ? null : mark.resourceId().value(),
                mark != null);
    }

    private ResourceSample sample(Domain domain, DomainDescription description, Mark mark)
            throws LibvirtException {
        var memory = memory(domain);
        var used =
                memory.containsKey(AVAILABLE)
                                && (memory.containsKey(USABLE) || memory.containsKey(UNUSED))
                        ? memory.get(AVAILABLE) - memory.getOrDefault(USABLE, memory.get(UNUSED))
                        : null;
        long[] network = network(domain, description);
        return new ResourceSample(
                mark.resourceId(),
                cpu(domain, mark.resourceId()),
                used == null ? null : used / KIB_IN_MIB,
                domain.getInfo().maxMem / KIB_IN_MIB,
                disk(domain, description),
                network == null ? null : network[0],
                network == null ? null : network[1]);
    }

    /** Of all its processors together; absent at the first look, as it takes two. */
    private Double cpu(Domain domain, ResourceId resourceId) throws LibvirtException {
        var info = domain.getInfo();
        var now = new CpuTime(info.cpuTime, System.nanoTime());
        var before = last.put(resourceId, now);
        if (before == null || now.used() < before.used() || now.at() <= before.at()) {
            return null;
        }
        double share = (double) (now.used() - before.used()) / (now.at() - before.at());
        return Math.min(PERCENT, PERCENT * share / Math.max(1, info.nrVirtCpu));
    }

    private static Map<Integer, Long> memory(Domain domain) throws LibvirtException {
        var figures = new HashMap<Integer, Long>();
        for (var figure : domain.memoryStats(STATISTICS)) {
            figures.put(figure.getTag(), figure.getValue());
        }
        return figures;
    }

    private static Long disk(Domain domain, DomainDescription description) {
        var used =
                description.disks().stream()
                        .map(disk -> allocation(domain, disk.target()))
                        .flatMapToLong(OptionalLong::stream)
                        .reduce(Long::sum);
        return used.isPresent() ? Math.round(used.getAsLong() / GIB) : null;
    }

    private static OptionalLong allocation(Domain domain, String disk) {
        try {
            return OptionalLong.of(domain.blockInfo(disk).getAllocation());
        } catch (LibvirtException e) {
            log.debug("disk {} is not measured: {}", disk, e.getMessage());
            return OptionalLong.empty();
        }
    }

    private static long[] network(Domain domain, DomainDescription description) {
        long[] sums = new long[2];
        boolean any = false;
        for (String card : description.cards()) {
            try {
                var stats = domain.interfaceStats(card);
                sums[0] += Math.max(0, stats.rx_bytes);
                sums[1] += Math.max(0, stats.tx_bytes);
                any = true;
            } catch (LibvirtException e) {
                log.debug("card {} is not measured: {}", card, e.getMessage());
            }
        }
        return any ? sums : null;
    }

    /** How much time of processors it had used by then, both in nanoseconds. */
    private record CpuTime(long used, long at) {}
}
