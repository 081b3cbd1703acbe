package dev.aiwm.cli.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.cli.output.Sizes;
import dev.aiwm.cli.session.Trouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateFlagsTest {
    @ParameterizedTest
    @CsvSource({
        "nginx,                     docker-hub, nginx,                 ",
        "nginx:1.27,                docker-hub, nginx,                 1.27",
        "vllm/vllm-openai:v0.6,     docker-hub, vllm/vllm-openai,      v0.6",
        "ghcr.io/me/app:1,          ghcr,       me/app,                1",
        "registry.lan:5000/app:2,   private,    registry.lan:5000/app, 2",
        "registry.lan:5000/app,     private,    registry.lan:5000/app, ",
        "localhost/app,             private,    localhost/app,         "
    })
    void an_image_is_taken_apart(String text, String registry, String name, String tag) {
        assertThat(ImageName.of(text)).isEqualTo(new ImageName(registry, name, tag));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | {\"containerPort\":80}",
                "8080:80 | {\"containerPort\":80,\"hostPort\":8080}",
                "127.0.0.1:8080:80 | {\"containerPort\":80,\"hostPort\":8080,\"hostAddress\":\"127.0.0.1\"}",
                "53:53/udp | {\"containerPort\":53,\"hostPort\":53,\"protocol\":\"udp\"}"
            })
    void a_port_is_written_as_docker_has_it(String text, String expected) {
        assertThat(CreateContainer.port(text)).hasToString(expected);
    }

    @Test
    void a_volume_is_written_as_docker_has_it() {
        assertThat(CreateContainer.volume("/data/a:/b"))
                .hasToString("{\"hostPath\":\"/data/a\",\"containerPath\":\"/b\"}");
        assertThat(CreateContainer.volume("/data/a:/b:ro"))
                .hasToString(
                        "{\"hostPath\":\"/data/a\",\"containerPath\":\"/b\",\"readOnly\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "1:2:3:4", "", "80:"})
    void what_is_no_port_is_refused(String text) {
        assertThatThrownBy(() -> CreateContainer.port(text)).isInstanceOf(Trouble.class);
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "512M, 512", "8G, 8192", "8GiB, 8192", "8gb, 8192", "1T, 1048576"})
    void memory_has_units(String text, long megabytes) {
        assertThat(Sizes.megabytes(text)).isEqualTo(megabytes);
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "50G, 50", "2T, 2048", "2048M, 2"})
    void disks_have_units(String text, long gigabytes) {
        assertThat(Sizes.gigabytes(text)).isEqualTo(gigabytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "8X", "-1", "1.5G"})
    void what_is_no_size_is_refused(String text) {
        assertThatThrownBy(() -> Sizes.megabytes(text)).isInstanceOf(Trouble.class);
    }
}
