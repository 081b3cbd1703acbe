package dev.aiwm.nodeagent.driver.libvirt.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.NodeImage;
import dev.aiwm.nodeagent.driver.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

class ImageStoreTest {
    private static final long DISK = 10L << 30;

    @TempDir private Path folder;

    private final byte[] served = qcow2(0);
    private WebServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new WebServer(served);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void an_image_that_lies_in_the_folder_is_taken() throws IOException {
        var file = folder.resolve("debian-12.qcow2");
        Files.write(file, qcow2(0));

        assertThat(store().require(OsImage.DEBIAN_12, Progress.NONE))
                .isEqualTo(new BaseImage("debian-12", file.toAbsolutePath(), DISK));
    }

    @Test
    void a_missing_image_says_what_to_put_where() {
        assertThatThrownBy(() -> store().require(OsImage.CENTOS_8, Progress.NONE))
                .hasMessageContaining(folder.resolve("centos-8.qcow2").toString())
                .hasMessageContaining(folder.resolve("centos-8.url").toString())
                .satisfies(e -> assertCode(e, ImageStore.IMAGE_MISSING, false));
    }

    @Test
    void what_is_no_image_or_hangs_on_another_is_refused() throws IOException {
        var file = folder.resolve("debian-12.qcow2");
        for (byte[] content : new byte[][] {new byte[0], new byte[100], qcow2(512)}) {
            Files.write(file, content);
            assertThatThrownBy(() -> store().require(OsImage.DEBIAN_12, Progress.NONE))
                    .satisfies(e -> assertCode(e, ImageStore.IMAGE_BROKEN, false));
        }
    }

    @Test
    void all_eight_names_are_listed_each_with_its_state() throws IOException {
        Files.write(folder.resolve("debian-12.qcow2"), qcow2(0));
        Files.write(folder.resolve("debian-11.qcow2"), new byte[100]);
        address("ubuntu-22.04", "0".repeat(64));

        assertThat(store().images())
                .hasSize(8)
                .anyMatch(image -> image.equals(present()))
                .anyMatch(image -> is(image, "debian-11", NodeImage.State.BROKEN))
                .anyMatch(image -> is(image, "ubuntu-22.04", NodeImage.State.DOWNLOADABLE))
                .anyMatch(image -> is(image, "windows-server-2022", NodeImage.State.MISSING));
    }

    @Test
    void an_image_with_an_address_is_fetched_once() throws IOException {
        address("debian-12", sha256(served));

        store().require(OsImage.DEBIAN_12, Progress.NONE);
        var again = store().require(OsImage.DEBIAN_12, Progress.NONE);

        assertThat(again.path()).hasBinaryContent(served);
        assertThat(server.asked()).isEqualTo(1);
        assertThat(names()).containsExactlyInAnyOrder("debian-12.qcow2", "debian-12.url");
    }

    @Test
    void what_has_another_checksum_is_not_kept() throws IOException {
        address("debian-12", "0".repeat(64));

        assertThatThrownBy(() -> store().require(OsImage.DEBIAN_12, Progress.NONE))
                .hasMessageContaining(sha256(served))
                .satisfies(e -> assertCode(e, ImageStore.IMAGE_BROKEN, false));
        assertThat(names()).containsExactly("debian-12.url");
    }

    @Test
    void an_address_that_does_not_answer_may_be_tried_again() throws Exception {
        address("debian-12", sha256(served));
        server.close();

        assertThatThrownBy(() -> store().require(OsImage.DEBIAN_12, Progress.NONE))
                .satisfies(e -> assertCode(e, "IMAGE_DOWNLOAD_FAILED", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://host/image", "file:///etc/passwd DIGEST", "http: DIGEST"})
    void what_is_no_address_is_refused(String content) throws IOException {
        Files.writeString(
                folder.resolve("debian-12.url"), content.replace("DIGEST", "0".repeat(64)));

        assertThatThrownBy(() -> store().require(OsImage.DEBIAN_12, Progress.NONE))
                .hasMessageContaining("debian-12.url")
                .satisfies(e -> assertCode(e, ImageStore.IMAGE_BROKEN, false));
    }

    private ImageStore store() {
        return new ImageStore(folder);
    }

    private void address(String image, String digest) throws IOException {
        String uri = "http://127.0.0.1:" + server.port() + "/debian";
        Files.writeString(folder.resolve(image + ".url"), uri + "\n" + digest + "\n");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static NodeImage present() {
        return new NodeImage("debian-12", NodeImage.State.PRESENT, 104L, DISK, null);
    }

    private static boolean is(NodeImage image, String name, NodeImage.State state) {
        return image.name().equals(name) && image.state() == state && image.hint() != null;
    }

    /** The head of an image of ten gigabytes. */
    private static byte[] qcow2(long backing) {
        return ByteBuffer.allocate(104)
                .putInt(0x514649FB)
                .putInt(3)
                .putLong(backing)
                .putInt(0)
                .putInt(16)
                .putLong(DISK)
                .array();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertCode(Throwable failure, String code, boolean retryable) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.isRetryable()).isEqualTo(retryable);
                        });
    }
}
