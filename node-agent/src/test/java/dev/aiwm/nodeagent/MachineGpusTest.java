package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.MigInstance;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.nodeagent.gpu.Gpu;

import org.junit.jupiter.api.Test;

import java.util.List;

class MachineGpusTest {
    private static final Gpu GPU =
            new Gpu(
                    "GPU-1",
                    "NVIDIA A100",
                    "0000:3b:00.0",
                    42,
                    true,
                    List.of(new Gpu.Slice(0, "MIG-1", "1g.10gb", 9_856L)),
                    new Gpu.Figures(40_960L, 37L, null, 33.0, 68.42));

    @Test
    void a_gpu_is_registered_with_its_slices() {
        assertThat(MachineGpus.device(GPU))
                .isEqualTo(
                        new GpuDevice(
                                "GPU-1",
                                "NVIDIA A100",
                                40_960,
                                "0000:3b:00.0",
                                42,
                                true,
                                List.of(new MigInstance("MIG-1", "1g.10gb", 9_856))));
    }

    @Test
    void what_it_does_not_tell_is_absent_from_its_sample() {
        assertThat(MachineGpus.sample(GPU))
                .isEqualTo(new GpuSample("GPU-1", 33.0, 37L, 40_960L, null, 68.42));
    }

    @Test
    void a_gpu_may_be_claimed_by_its_address() {
        assertThat(MachineGpus.addressOf("0000:3b:00.1").orElseThrow()).hasToString("0000:3b:00.1");
        assertThat(MachineGpus.addressOf("GPU-of-another-machine")).isEmpty();
    }
}
