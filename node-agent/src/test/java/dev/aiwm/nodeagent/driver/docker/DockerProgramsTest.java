package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.ProgramRequest;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.StopRequest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Programs inside containers, with and without a terminal. */
@NeedsDocker
class DockerProgramsTest {
    private final ResourceId resource = ResourceId.random();
    @TempDir private Path data;
    private DockerFixture fixture;
    private DockerDriver driver;

    @BeforeEach
    void start() {
        fixture = new DockerFixture(data);
        driver = fixture.open();
        driver.create(fixture.steady(resource, 1), Progress.NONE);
        var unused = driver.start(resource, Progress.NONE);
    }

    @AfterEach
    void remove() {
        driver.close();
        fixture.close();
    }

    private static final class Heard implements ByteOutput {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        @Override
        public synchronized void out(byte[] bytes) {
            out.writeBytes(bytes);
            notifyAll();
        }

        @Override
        public synchronized void err(byte[] bytes) {
            err.writeBytes(bytes);
        }

        synchronized String out() {
            return out.toString(UTF_8);
        }

        synchronized String err() {
            return err.toString(UTF_8);
        }

        synchronized void await(String text) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!out().contains(text)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("not heard: " + text + " in " + out());
                }
                wait(left);
            }
        }
    }

    private final Heard heard = new Heard();

    private static ProgramRequest program(String... words) {
        return new ProgramRequest(Arrays.asList(words), null, null, Map.of(), false, 0, 0);
    }

    private static ProgramRequest onTerminal(String... words) {
        return new ProgramRequest(Arrays.asList(words), null, null, Map.of(), true, 101, 33);
    }

    @Test
    void both_streams_and_the_code_come_back_apart() throws InterruptedException {
        try (var program =
                driver.run(resource, program("sh", "-c", "echo a; echo b >&2; exit 7"), heard)) {
            assertThat(program.await()).isEqualTo(7);
        }
        assertThat(heard.out()).isEqualTo("a\n");
        assertThat(heard.err()).isEqualTo("b\n");
    }

    @Test
    void a_program_that_ends_as_one_that_could_not_be_begun_was_begun_all_the_same()
            throws InterruptedException {
        var words = "echo why >&2; echo exec failed; exit 127";
        for (int i = 0; i < 5; i++) {
            var said = new Heard();
            try (var program = driver.run(resource, program("sh", "-c", words), said)) {
                assertThat(program.await()).isEqualTo(127);
            }
            assertThat(said.out()).isEqualTo("exec failed\n");
            assertThat(said.err()).isEqualTo("why\n");
        }
    }

    @Test
    void a_program_ends_although_one_that_it_began_goes_on() throws InterruptedException {
        long begun = System.nanoTime();
        try (var program =
                driver.run(resource, program("sh", "-c", "echo a; sleep 60 & exit 3"), heard)) {
            assertThat(program.await()).isEqualTo(3);
        }
        assertThat(heard.out()).isEqualTo("a\n");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void what_is_missing_for_a_program_is_called_by_its_name() {
        assertRefused("1234:no-such-group", null, "no user and group '1234:no-such-group'");
        assertRefused("no-such-user", null, "no user 'no-such-user'");
        assertRefused(null, "/no-such-folder", "no folder '/no-such-folder'");
        assertRefused(null, null, "no program 'no-such-program'");
    }

    private void assertRefused(String user, String folder, String words) {
        var request =
                new ProgramRequest(List.of("no-such-program"), user, folder, Map.of(), false, 0, 0);
        assertThatThrownBy(() -> driver.run(resource, request, heard))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> assertThat(e.code()).isEqualTo(Executing.NO_SUCH_PROGRAM));
    }

    @Test
    void user_folder_and_environment_are_as_asked_for() throws InterruptedException {
        var request =
                new ProgramRequest(
                        List.of("sh", "-c", "id -u; pwd; echo $GREETING"),
                        "1234",
                        "/tmp",
                        Map.of("GREETING", "hello"),
                        false,
                        0,
                        0);
        try (var program = driver.run(resource, request, heard)) {
            assertThat(program.await()).isZero();
        }
        assertThat(heard.out()).isEqualTo("1234\n/tmp\nhello\n");
    }

    @Test
    void a_program_hears_what_is_said_to_it_and_where_that_ends() throws InterruptedException {
        try (var program = driver.run(resource, program("cat"), heard)) {
            program.write("one two".getBytes(UTF_8));
            program.endInput();
            assertThat(program.await()).isZero();
        }
        assertThat(heard.out()).isEqualTo("one two");
    }

    @Test
    void a_megabyte_comes_through_whole_in_both_directions() throws Exception {
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        try (var program = driver.run(resource, program("cat"), heard)) {
            var writing =
                    CompletableFuture.runAsync(
                            () -> {
                                program.write(much);
                                program.endInput();
                            });
            assertThat(program.await()).isZero();
            writing.get(20, TimeUnit.SECONDS);
        }
        assertThat(heard.out()).hasSize(much.length);
    }

    @Test
    void a_terminal_has_its_size_and_follows_when_that_changes() throws Exception {
        try (var program = driver.run(resource, onTerminal("sh"), heard)) {
            var ended = CompletableFuture.supplyAsync(() -> awaited(program));
            program.write("echo size: $(stty size)\n".getBytes(UTF_8));
            heard.await("size: 33 101");
            program.resize(120, 40);
            program.write("echo size: $(stty size)\n".getBytes(UTF_8));
            heard.await("size: 40 120");
            // a key is lost to a shell that is about to read its keys itself, a line is not
            program.write("exit 6\n".getBytes(UTF_8));
            assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(6);
        }
    }

    @Test
    void a_program_on_a_terminal_reads_where_its_input_ends() throws Exception {
        try (var program = driver.run(resource, onTerminal("cat"), heard)) {
            var ended = CompletableFuture.supplyAsync(() -> awaited(program));
            program.write("one two\n".getBytes(UTF_8));
            heard.await("one two");
            program.endInput();
            assertThat(ended.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void an_interruption_reaches_the_program_on_a_terminal() throws Exception {
        String waiting = "trap 'echo caught; exit 9' INT; echo ready; while :; do sleep 0.05; done";
        try (var program = driver.run(resource, onTerminal("sh", "-c", waiting), heard)) {
            var ended = CompletableFuture.supplyAsync(() -> awaited(program));
            heard.await("ready");
            program.signal("INT");
            assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(9);
        }
        assertThat(heard.out()).contains("caught");
    }

    @Test
    void any_signal_reaches_a_program_without_a_terminal() throws Exception {
        String waiting = "trap 'exit 8' USR1; echo ready; while :; do sleep 0.05; done";
        try (var program = driver.run(resource, program("sh", "-c", waiting), heard)) {
            var ended = CompletableFuture.supplyAsync(() -> awaited(program));
            heard.await("ready");
            program.signal("USR1");
            assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(8);
        }
    }

    @Test
    void closing_kills_the_program() throws Exception {
        try (var program =
                driver.run(resource, program("sh", "-c", "echo ready; sleep 1000"), heard)) {
            var ended = CompletableFuture.supplyAsync(() -> awaited(program));
            heard.await("ready");
            program.close();
            var unused = ended.get(20, TimeUnit.SECONDS);
        }
        assertThat(fixture.cli().run("top", Mark.containerName(resource, 1)))
                .doesNotContain("sleep 1000");
    }

    @Test
    void what_is_not_there_or_does_not_run_is_said() {
        assertCode(
                () -> driver.run(resource, program("no-such-program"), heard),
                Executing.NO_SUCH_PROGRAM);
        assertCode(
                () -> driver.run(ResourceId.random(), program("id"), heard),
                DriverException.NOT_FOUND);
        var paused = driver.pause(resource);
        assertThat(paused).isNotNull();
        assertCode(() -> driver.run(resource, program("id"), heard), Executing.NOT_RUNNING);
        var unused = driver.stop(resource, StopRequest.byForce());
        assertCode(() -> driver.run(resource, program("id"), heard), Executing.NOT_RUNNING);
    }

    private static Integer awaited(Conversation program) {
        try {
            return program.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertCode(ThrowingCallable verb, String code) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
