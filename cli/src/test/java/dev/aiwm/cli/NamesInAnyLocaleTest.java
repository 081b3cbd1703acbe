package dev.aiwm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.cli.session.ExitCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;

/** What is typed arrives, whatever the locale is; with the launcher and without it. */
class NamesInAnyLocaleTest {
    private static final String NAMED =
            "\"$@\" create container \"$(printf 'b\\303\\266ro')\" busybox --dry-run";

    @TempDir Path folder;

    @BeforeEach
    void aProductThatIsBuilt() throws IOException {
        Files.createDirectories(folder.resolve("cli/src/main"));
        Files.createDirectories(folder.resolve("cli/target/lib"));
        var pom = Files.createFile(folder.resolve("cli/pom.xml"));
        Files.setLastModifiedTime(pom, FileTime.from(Instant.EPOCH));
        Files.createFile(folder.resolve("cli/target/cli-0.1.0-SNAPSHOT.jar"));
        var launcher = folder.resolve("aiwm");
        Files.copy(Path.of("../aiwm"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        // instead of a JVM: tells the characters that it would read its arguments in
        var java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nlocale charmap\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    private ClientProcess in(String locale) {
        return new ClientProcess(
                folder,
                Map.of(
                        "LC_ALL",
                        locale,
                        "AIWM_NO_CDS",
                        "1",
                        "JAVA_HOME",
                        "",
                        "LAUNCHER",
                        folder.resolve("aiwm").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "xx_XX.UTF-8"})
    void the_launcher_gives_the_program_utf_8(String locale)
            throws IOException, InterruptedException {
        var ended = in(locale).run("JAVA_HOME= PATH=" + folder + "/bin:$PATH $LAUNCHER get nodes");
        assertThat(ended.out()).isEqualTo("UTF-8\n");
    }

    @Test
    void a_name_arrives_as_it_was_typed() throws IOException, InterruptedException {
        var ended = in("C.UTF-8").run(NAMED);
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("name: b\u00f6ro\n");
    }

    @Test
    void without_the_launcher_a_name_that_was_not_read_is_refused()
            throws IOException, InterruptedException {
        var ended = in("C").run(NAMED);
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("locale").contains("LC_ALL=C.UTF-8");
    }
}
