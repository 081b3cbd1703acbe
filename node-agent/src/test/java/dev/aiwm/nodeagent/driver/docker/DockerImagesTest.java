package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.config.RegistryAuth;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.PullRequest;
import dev.aiwm.nodeagent.driver.PulledImage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Images from registries that are open, guarded, dead, or do not have them. */
@NeedsDocker
class DockerImagesTest {
    private static final RegistryAuth RIGHT =
            new RegistryAuth(LocalRegistry.USER, SecretRef.of(LocalRegistry.PASSWORD));

    @TempDir private Path folder;
    private final List<String> pulled = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private DockerFixture fixture;
    private DockerDriver driver;

    @BeforeEach
    void open() {
        fixture = new DockerFixture(folder);
        driver = fixture.open();
    }

    @AfterEach
    void close() {
        driver.close();
        for (var image : pulled) {
            var unused = fixture.cli().tryRun("rmi", "-f", image);
        }
        fixture.close();
    }

    private PulledImage pull(String image, RegistryAuth auth, String policy) {
        pulled.add(image);
        Progress listening = (percent, message) -> progress.add(percent + " " + message);
        return driver.pull(new PullRequest(image, auth, policy), listening);
    }

    private void assertRefused(
            String image,
            RegistryAuth auth,
            String policy,
            DriverException.Kind kind,
            String code) {
        assertThatThrownBy(() -> pull(image, auth, policy))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.kind()).isEqualTo(kind);
                            assertThat(e.getMessage()).contains(image.replaceFirst("/.*", ""));
                            assertThat(e.toString()).doesNotContain("s3cret", "wrong-password");
                        });
    }

    @Test
    void an_image_comes_with_progress_and_its_digest_is_told() {
        try (var registry = LocalRegistry.open(folder)) {
            var digest = registry.push(fixture.cli(), "team/app:1.0");
            String name = registry.name("team/app:1.0");

            assertThat(pull(name, null, null)).isEqualTo(new PulledImage(name, digest));

            assertThat(progress).isNotEmpty().allMatch(said -> said.contains("layers"));
            assertThat(fixture.cli().inspect(name, "{{.RepoDigests}}")).contains(digest);
        }
    }

    @Test
    void an_image_is_pulled_by_its_digest() {
        try (var registry = LocalRegistry.open(folder)) {
            var digest = registry.push(fixture.cli(), "team/app:1.0");
            String name = registry.name("team/app@" + digest);

            assertThat(pull(name, null, "if-not-present").digest()).isEqualTo(digest);
        }
    }

    @Test
    void the_policy_says_when_the_registry_is_asked() {
        String name;
        try (var registry = LocalRegistry.open(folder)) {
            var unused = registry.push(fixture.cli(), "app:1");
            name = registry.name("app:1");
            assertRefused(name, null, "never", DriverException.Kind.PERMANENT, "IMAGE_NOT_FOUND");
            unused = pull(name, null, "always").digest();
        }

        assertThat(pull(name, null, "if-not-present").digest()).startsWith("sha256:");
        assertThat(pull(name, null, "never").digest()).startsWith("sha256:");
        assertRefused(name, null, "always", DriverException.Kind.RETRYABLE, "REGISTRY_UNREACHABLE");
    }

    @Test
    void a_guarded_registry_gives_to_whoever_has_the_password() {
        try (var registry = LocalRegistry.guarded(folder)) {
            var digest = registry.push(fixture.cli(), "secret/app:2");
            String name = registry.name("secret/app:2");
            var wrong = new RegistryAuth(LocalRegistry.USER, SecretRef.of("wrong-password"));

            assertRefused(name, null, null, DriverException.Kind.PERMANENT, "REGISTRY_DENIED");
            assertRefused(name, wrong, null, DriverException.Kind.PERMANENT, "REGISTRY_DENIED");
            assertThat(pull(name, RIGHT, null).digest()).isEqualTo(digest);

            var unused = fixture.cli().run("rmi", "-f", name);
            assertRefused(name, null, null, DriverException.Kind.PERMANENT, "REGISTRY_DENIED");
        }
    }

    @Test
    void an_image_that_the_registry_does_not_have_is_not_asked_for_again() {
        try (var registry = LocalRegistry.open(folder)) {
            var unused = registry.push(fixture.cli(), "app:1");
            for (var image : List.of("app:2", "none:1")) {
                assertRefused(
                        registry.name(image),
                        null,
                        null,
                        DriverException.Kind.PERMANENT,
                        "IMAGE_NOT_FOUND");
            }
        }
    }

    @Test
    void a_registry_that_is_not_there_may_be_there_later() {
        String image = "127.0.0.1:" + LocalRegistry.freePort() + "/app:1";
        assertRefused(image, null, null, DriverException.Kind.RETRYABLE, "REGISTRY_UNREACHABLE");
    }
}
