package dev.aiwm.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;

class IdsTest {
    private static final String HEX = "65a1b2c3d4e5f60718293a4b";

    @Test
    void a_resource_id_prints_what_it_reads_and_what_is_in_json() {
        var id = ResourceId.random();

        assertThat(ResourceId.of(id.toString())).isEqualTo(id);
        assertThat(ContractJson.MAPPER.writeValueAsString(id)).isEqualTo("\"" + id + "\"");
        assertThat(ContractJson.MAPPER.readValue("\"" + HEX + "\"", ResourceId.class))
                .isEqualTo(ResourceId.of(HEX));
    }

    @Test
    void an_execution_id_prints_what_it_reads_and_what_is_in_json() {
        var id = ExecutionId.random();

        assertThat(ExecutionId.of(id.toString())).isEqualTo(id);
        assertThat(ContractJson.MAPPER.writeValueAsString(id)).isEqualTo("\"" + id + "\"");
        assertThat(ContractJson.MAPPER.readValue("\"" + HEX + "\"", ExecutionId.class))
                .isEqualTo(ExecutionId.of(HEX));
    }

    @Test
    void a_snapshot_id_prints_what_it_reads_and_what_is_in_json() {
        var id = SnapshotId.random();

        assertThat(SnapshotId.of(id.toString())).isEqualTo(id);
        assertThat(ContractJson.MAPPER.writeValueAsString(id)).isEqualTo("\"" + id + "\"");
        assertThat(ContractJson.MAPPER.readValue("\"" + HEX + "\"", SnapshotId.class))
                .isEqualTo(SnapshotId.of(HEX));
    }

    @Test
    void a_bulk_id_prints_what_it_reads_and_what_is_in_json() {
        var id = BulkId.random();

        assertThat(BulkId.of(id.toString())).isEqualTo(id);
        assertThat(ContractJson.MAPPER.writeValueAsString(id)).isEqualTo("\"" + id + "\"");
        assertThat(ContractJson.MAPPER.readValue("\"" + HEX + "\"", BulkId.class))
                .isEqualTo(BulkId.of(HEX));
    }

    @Test
    void a_schedule_id_prints_what_it_reads_and_what_is_in_json() {
        var id = ScheduleId.random();

        assertThat(ScheduleId.of(id.toString())).isEqualTo(id);
        assertThat(ContractJson.MAPPER.writeValueAsString(id)).isEqualTo("\"" + id + "\"");
        assertThat(ContractJson.MAPPER.readValue("\"" + HEX + "\"", ScheduleId.class))
                .isEqualTo(ScheduleId.of(HEX));
    }

    @Test
    void the_work_of_a_part_has_always_the_same_id_and_no_other_part_has_it() {
        var bulk = BulkId.of(HEX);

        assertThat(ExecutionId.of(bulk, 1)).isEqualTo(ExecutionId.of(bulk, 1));
        assertThat(ExecutionId.of(bulk, 1)).isNotEqualTo(ExecutionId.of(bulk, 11));
        assertThat(ExecutionId.of(bulk, 1).value()).startsWith(HEX.substring(0, 8));
    }

    @Test
    void a_node_id_is_plain_in_json_and_prefixed_as_the_name_of_a_stream() {
        var id = NodeId.of("gpu-server.01");

        assertThat(ContractJson.MAPPER.writeValueAsString(id)).isEqualTo("\"gpu-server.01\"");
        assertThat(ContractJson.MAPPER.readValue("\"gpu-server.01\"", NodeId.class)).isEqualTo(id);
        assertThat(id).hasToString("node:gpu-server.01");
    }

    @Test
    void a_node_named_like_a_resource_has_another_stream() {
        assertThat(NodeId.of(HEX).toString()).isNotEqualTo(ResourceId.of(HEX).toString());
    }

    @Test
    void the_name_of_a_stream_is_not_a_node_id() {
        var stream = NodeId.of("node-1").toString();

        assertThatIllegalArgumentException().isThrownBy(() -> NodeId.of(stream));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "65a1", "65a1b2c3d4e5f60718293a4g", "65a1b2c3d4e5f60718293a4b0"})
    void what_is_not_24_hex_digits_is_no_id(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> ResourceId.of(value));
        assertThatIllegalArgumentException().isThrownBy(() -> ExecutionId.of(value));
        assertThatIllegalArgumentException().isThrownBy(() -> SnapshotId.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "a/b", "a:b", "ü"})
    void what_could_not_stand_in_a_path_is_no_node_id(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> NodeId.of(value));
    }

    @Test
    void random_ids_differ() {
        var ids = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(ResourceId.random().value());
        }

        assertThat(ids).hasSize(10_000).allMatch(id -> id.length() == 24);
    }
}
