package dev.aiwm.query.invariant;

import static dev.aiwm.query.Events.connected;
import static dev.aiwm.query.Events.enrolled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.contracts.node.ledger.StaticIp;
import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.query.Program;
import dev.aiwm.query.invariant.Violation.Rule;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class InvariantsOfThePastTest {
    private static final NodeId NODE = NodeId.of("gpu-1");
    private static final NodeId OTHER_NODE = NodeId.of("gpu-2");
    private static final ResourceId ONE = ResourceId.of("000000000000000000000001");
    private static final ResourceId OTHER = ResourceId.of("000000000000000000000002");
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static Claims gpu(String id) {
        return new Claims(0, 0, 0, List.of(id), List.of(), List.of(), List.of());
    }

    private static Claims slice(String gpu, String instance) {
        return new Claims(
                0,
                0,
                0,
                List.of(),
                List.of(new MigSlice(gpu, instance, "1g.10gb")),
                List.of(),
                List.of());
    }

    private static Claims address(int vlan, String address) {
        return new Claims(
                0, 0, 0, List.of(), List.of(), List.of(new StaticIp(vlan, address)), List.of());
    }

    private static Claims port(String address, int port) {
        return new Claims(
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(new HostPort(Transport.TCP, address, port)));
    }

    private static Claims amounts(double cpu, long ram, long disk) {
        return Claims.NONE.withAmounts(cpu, ram, disk);
    }

    private static CapacityReserved reserved(NodeId node, ResourceId resource, Claims claims) {
        return new CapacityReserved(node, resource, "r", claims, AT.plusSeconds(60));
    }

    private static InvariantsView check(NodeEvent... events) {
        var all = new ArrayList<NodeEvent>(List.of(enrolled(NODE), connected(NODE)));
        all.addAll(List.of(enrolled(OTHER_NODE), connected(OTHER_NODE)));
        all.addAll(List.of(events));
        var invariants = new LedgerInvariants();
        for (int i = 0; i < all.size(); i++) {
            NodeEvent event = all.get(i);
            invariants.take(
                    new LoggedEvent(
                            new Position(i + 1),
                            "Node",
                            event.nodeId().toString(),
                            i,
                            AT,
                            "event-" + (i + 1),
                            event,
                            Map.of()));
        }
        return invariants.result();
    }

    static Stream<List<Claims>> shared() {
        return Stream.of(
                List.of(gpu("GPU-0"), gpu("GPU-0")),
                List.of(slice("GPU-1", "7"), slice("GPU-1", "7")),
                List.of(gpu("GPU-1"), slice("GPU-1", "7")),
                List.of(slice("GPU-1", "7"), gpu("GPU-1")),
                List.of(address(1, "10.0.0.5"), address(1, "10.0.0.5")),
                List.of(port("10.0.0.1", 80), port("10.0.0.1", 80)),
                List.of(port(null, 80), port("10.0.0.1", 80)));
    }

    @ParameterizedTest
    @MethodSource("shared")
    void a_piece_with_two_owners_is_found(List<Claims> claims) {
        var found = check(reserved(NODE, ONE, claims.get(0)), reserved(NODE, OTHER, claims.get(1)));
        assertThat(found.hold()).isFalse();
        assertThat(found.positions()).isEqualTo(6);
        assertThat(found.firstViolation().rule()).isEqualTo(Rule.ONE_OWNER);
        assertThat(found.firstViolation().position()).isEqualTo("6");
        assertThat(found.firstViolation().eventId()).isEqualTo("event-6");
        assertThat(found.firstViolation().owners()).containsExactly(ONE.value(), OTHER.value());
    }

    static Stream<List<Claims>> apart() {
        return Stream.of(
                List.of(gpu("GPU-0"), gpu("GPU-1")),
                List.of(slice("GPU-1", "7"), slice("GPU-1", "8")),
                List.of(address(1, "10.0.0.5"), address(2, "10.0.0.5")),
                List.of(port("10.0.0.1", 80), port("10.0.0.2", 80)),
                List.of(port("10.0.0.1", 80), port("10.0.0.1", 81)));
    }

    @ParameterizedTest
    @MethodSource("apart")
    void what_is_not_the_same_may_have_owners_each(List<Claims> claims) {
        assertThat(
                        check(
                                        reserved(NODE, ONE, claims.get(0)),
                                        reserved(NODE, OTHER, claims.get(1)))
                                .hold())
                .isTrue();
        assertThat(
                        check(
                                        reserved(NODE, ONE, claims.get(0)),
                                        reserved(OTHER_NODE, OTHER, claims.get(0)))
                                .hold())
                .as("of another node")
                .isTrue();
        assertThat(
                        check(
                                        reserved(NODE, ONE, claims.get(0)),
                                        new CapacityReleased(NODE, ONE, "gone"),
                                        reserved(NODE, OTHER, claims.get(0)))
                                .hold())
                .as("one after the other")
                .isTrue();
    }

    @Test
    void a_piece_that_comes_with_a_larger_claim_is_found() {
        var found =
                check(
                        reserved(NODE, ONE, gpu("GPU-0")),
                        reserved(NODE, OTHER, amounts(1, 1, 1)),
                        new ReservationConfirmed(NODE, OTHER),
                        new CapacityClaimed(NODE, OTHER, amounts(1, 1, 1), gpu("GPU-0")));
        assertThat(found.firstViolation().what()).isEqualTo("gpu GPU-0");
    }

    static Stream<Claims> tooMuch() {
        return Stream.of(amounts(64 * 4 + 1, 0, 0), amounts(0, 262_145, 0), amounts(0, 0, 2_001));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void more_than_there_is_is_found(Claims claims) {
        var found = check(reserved(NODE, ONE, claims));
        assertThat(found.firstViolation().rule()).isEqualTo(Rule.WITHIN_CAPACITY);
        assertThat(found.firstViolation().nodeId()).isEqualTo("gpu-1");
    }

    @Test
    void a_node_may_be_full() {
        assertThat(
                        check(
                                        reserved(NODE, ONE, amounts(64 * 3, 200_000, 2_000)),
                                        reserved(NODE, OTHER, amounts(64, 62_144, 0)))
                                .hold())
                .isTrue();
    }

    @Test
    void the_first_violation_is_the_one_that_is_told() {
        var found =
                check(
                        reserved(NODE, ONE, amounts(0, 0, 2_001)),
                        reserved(NODE, ONE, gpu("GPU-0")),
                        reserved(NODE, OTHER, gpu("GPU-0")));
        assertThat(found.positions()).isEqualTo(7);
        assertThat(found.firstViolation().position()).isEqualTo("5");
    }

    @Test
    void the_log_of_a_program_is_replayed_for_an_admin(@TempDir Path data) {
        try (var program = Program.start(data)) {
            program.happened(NODE, enrolled(NODE), connected(NODE));
            program.happened(NODE, reserved(NODE, ONE, gpu("GPU-0")));
            var admin = program.token(Program.ORG, "admin");
            var body = program.getAs(admin, "/api/audit/invariants").body();
            assertThat(body.get("hold").asBoolean()).isTrue();
            assertThat(body.get("positions").asInt()).isEqualTo(3);
            assertThat(body.get("nodes").asInt()).isEqualTo(1);

            program.happened(NODE, reserved(NODE, OTHER, gpu("GPU-0")));
            body = program.getAs(admin, "/api/audit/invariants").body();
            assertThat(body.at("/firstViolation/rule").asString()).isEqualTo("one-owner");
            var lines =
                    program.getAs(admin, "/api/audit/invariants", "Accept", "application/x-ndjson");
            assertThat(lines.response().body())
                    .endsWith("\n")
                    .contains("\"result\":{\"hold\":false");
            assertThat(program.get("/api/audit/invariants").status()).isEqualTo(403);
        }
    }
}
