package dev.aiwm.command.node;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.PROFILE;
import static dev.aiwm.command.sample.Samples.inventory;
import static dev.aiwm.command.sample.Samples.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.MigInstance;
import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ConfirmReservation;
import dev.aiwm.contracts.node.command.ExpireReservation;
import dev.aiwm.contracts.node.command.ReleaseCapacity;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.LedgerTotals;
import dev.aiwm.contracts.node.ledger.MigDemand;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.contracts.node.ledger.StaticIp;
import dev.aiwm.contracts.node.ledger.Transport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Whatever is asked in whatever order, nothing has two holders. The seed of a failure is the
 * parameter of the test; more seeds with {@code -Daiwm.test.ledger-runs=10000}.
 */
class LedgerNeverGivesTwiceTest {
    private static final int STEPS = 400;
    private static final int RESOURCES = 12;

    private final NodeStates states = new NodeStates();
    private Random random;
    private Instant now = NOW;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("aiwm.test.ledger-runs", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_piece_of_a_node_ever_has_two_holders(long seed) {
        random = new Random(seed);
        states.take(List.of(new NodeEnrolled(NODE, "n", null, List.of(), Map.of(), OWNER, 4)));
        states.take(List.of(new NodeConnected(NODE, 1, "t", inventory())));
        int granted = 0;
        for (int i = 0; i < STEPS; i++) {
            now = now.plusSeconds(random.nextInt(30));
            try {
                var events = anything();
                granted += events.size();
                states.take(events);
            } catch (Rejection e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            nothingHasTwoHolders(states.state);
        }
        assertThat(granted).as("something happened at all").isGreaterThan(STEPS / 10);
    }

    private static final class NodeStates {
        private NodeState state;
        private long sequence;

        void take(List<? extends NodeEvent> events) {
            for (var event : events) {
                state = NodeFold.evolve(state, event, new EventFacts(sequence++, NOW));
            }
        }
    }

    private List<? extends NodeEvent> anything() {
        var node = states.state;
        var id = resource(random.nextInt(RESOURCES));
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 ->
                    Reservations.decide(
                            node,
                            new ReserveCapacity(NODE, id, "vm", demand(), now.plusSeconds(60)),
                            now);
            case 4, 5 -> Reservations.decide(node, new ConfirmReservation(NODE, id, Claims.NONE));
            case 6 -> Reservations.decide(node, new ExpireReservation(NODE, id), now);
            case 7 -> Reservations.decide(node, new ReleaseCapacity(NODE, id, "test"));
            case 8 -> Reservations.decide(node, new ReleaseCompute(NODE, id));
            default -> List.of(new NodeConnected(NODE, node.epoch() + 1, "t", otherModes()));
        };
    }

    /** The agent comes back with other GPUs in MIG mode than before. */
    private Inventory otherModes() {
        var all = inventory();
        var devices = new ArrayList<GpuDevice>();
        for (var gpu : all.gpuDevices()) {
            boolean sliced = random.nextInt(4) == 0;
            devices.add(
                    new GpuDevice(
                            gpu.deviceId(),
                            gpu.model(),
                            gpu.memoryTotal(),
                            null,
                            null,
                            sliced,
                            sliced ? slicesOf(gpu.deviceId()) : List.of()));
        }
        return new Inventory(
                all.hostname(),
                null,
                null,
                null,
                all.cpuCores(),
                null,
                all.ramMB(),
                all.diskGB(),
                devices,
                all.engines(),
                null,
                random.nextBoolean(),
                "1",
                true);
    }

    private static List<MigInstance> slicesOf(String gpu) {
        return IntStream.range(0, 3)
                .mapToObj(i -> new MigInstance(gpu + "-" + i, PROFILE, 10_240))
                .toList();
    }

    private CapacityDemand demand() {
        boolean machine = random.nextBoolean();
        boolean sliced = random.nextInt(3) == 0;
        var named =
                random.nextInt(3) == 0 ? List.of("GPU-" + random.nextInt(5)) : List.<String>of();
        return new CapacityDemand(
                random.nextInt(20) / 2.0,
                random.nextInt(20_000),
                random.nextInt(300),
                named,
                random.nextInt(3),
                sliced ? List.of(new MigDemand(PROFILE, 1 + random.nextInt(2))) : List.of(),
                random.nextBoolean()
                        ? List.of(new StaticIp(random.nextInt(2), "10.0.0." + random.nextInt(4)))
                        : List.of(),
                random.nextBoolean() ? List.of(port()) : List.of(),
                machine,
                machine && sliced);
    }

    private HostPort port() {
        var protocol = random.nextBoolean() ? Transport.TCP : Transport.UDP;
        String address = random.nextBoolean() ? null : "10.0.0." + random.nextInt(2);
        return new HostPort(protocol, address, 80 + random.nextInt(3));
    }

    private static void nothingHasTwoHolders(NodeState node) {
        Set<String> whole = new HashSet<>();
        Set<String> slices = new HashSet<>();
        Set<String> sliced = new HashSet<>();
        Set<StaticIp> addresses = new HashSet<>();
        List<HostPort> ports = new ArrayList<>();
        for (var allocation : node.allocations().values()) {
            Claims claims = allocation.claims();
            claims.gpuIds().forEach(id -> assertThat(whole.add(id)).as("one of %s", id).isTrue());
            for (MigSlice slice : claims.migSlices()) {
                assertThat(slices.add(slice.gpuId() + "/" + slice.instanceId())).isTrue();
                sliced.add(slice.gpuId());
            }
            claims.staticIps().forEach(ip -> assertThat(addresses.add(ip)).isTrue());
            for (var port : claims.hostPorts()) {
                assertThat(ports).noneMatch(port::clashesWith);
                ports.add(port);
            }
        }
        assertThat(whole).noneMatch(sliced::contains);
        var totals = LedgerTotals.of(node);
        assertThat(totals.cpuClaimed()).isBetween(0.0, totals.cpuAllocatable() + 1e-6);
        assertThat(totals.ramClaimedMB()).isBetween(0L, totals.ramMB());
        assertThat(totals.diskClaimedGB()).isBetween(0L, totals.diskGB());
    }
}
