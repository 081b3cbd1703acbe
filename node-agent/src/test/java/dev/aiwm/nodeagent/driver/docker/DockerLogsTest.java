package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.LogRequest;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.StopRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What containers print, read at once and followed. */
@NeedsDocker
class DockerLogsTest {
    private static final LogRequest ALL = new LogRequest(1_000, null, false);

    private final ResourceId resource = ResourceId.random();
    private final LinkedBlockingQueue<LogLine> followed = new LinkedBlockingQueue<>();
    @TempDir private Path data;
    private DockerFixture fixture;
    private DockerDriver driver;

    @BeforeEach
    void open() {
        fixture = new DockerFixture(data);
        driver = fixture.open();
    }

    @AfterEach
    void close() {
        driver.close();
        fixture.close();
    }

    private void print(String script) {
        String then = "; trap 'exit 0' TERM; while :; do sleep 0.05; done";
        driver.create(fixture.requests().running(script + then).by(resource), Progress.NONE);
        var unused = driver.start(resource, Progress.NONE);
    }

    private List<LogLine> read(LogRequest request) {
        var lines = new ArrayList<LogLine>();
        driver.readLog(resource, request, lines::add);
        return lines;
    }

    /** Waits until a line that has been printed can be read. */
    private void awaitPrinted(String message) throws InterruptedException {
        var following = follow();
        while (!take().message().equals(message)) {
            // earlier lines
        }
        following.interrupt();
        awaitEnd(following);
        followed.clear();
    }

    private Thread follow() {
        return follow(new LogRequest(1_000, null, true));
    }

    private Thread follow(LogRequest request) {
        var thread = new Thread(() -> followToTheEnd(request));
        thread.start();
        return thread;
    }

    private void followToTheEnd(LogRequest request) {
        try {
            driver.readLog(resource, request, followed::add);
        } catch (DriverException e) {
            followed.add(new LogLine(null, LogLine.STDERR, e.code()));
        }
    }

    private static void awaitEnd(Thread following) throws InterruptedException {
        following.join(20_000);
        assertThat(following.isAlive()).isFalse();
    }

    private LogLine take() throws InterruptedException {
        var line = followed.poll(20, TimeUnit.SECONDS);
        assertThat(line).as("the next line").isNotNull();
        return line;
    }

    @Test
    void lines_come_with_their_time_and_their_stream() throws InterruptedException {
        var before = Instant.now();
        print("echo one; echo two >&2; echo; echo 'with  spaces '");
        awaitPrinted("with  spaces ");

        var lines = read(ALL);

        assertThat(lines)
                .extracting(LogLine::stream, LogLine::message)
                .containsExactlyInAnyOrder(
                        tuple("stdout", "one"),
                        tuple("stderr", "two"),
                        tuple("stdout", ""),
                        tuple("stdout", "with  spaces "));
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.timestamp()).isBetween(before, Instant.now()));
    }

    @Test
    void only_the_last_lines_or_only_later_ones() throws InterruptedException {
        print("for i in 1 2 3 4 5 6 7 8 9; do echo $i; done");
        awaitPrinted("9");

        assertThat(read(new LogRequest(2, null, false)))
                .extracting(LogLine::message)
                .containsExactly("8", "9");
        var sixth = read(ALL).get(5).timestamp();
        assertThat(read(new LogRequest(1_000, sixth, false)))
                .extracting(LogLine::message)
                .containsExactly("7", "8", "9");
    }

    @Test
    void the_last_lines_of_one_stream_are_counted_without_those_of_the_other()
            throws InterruptedException {
        print(
                "for i in 1 2 3; do echo e$i >&2; done;"
                        + " for i in 1 2 3 4 5 6 7 8 9; do echo $i; done");
        awaitPrinted("9");

        assertThat(read(new LogRequest(2, null, false, LogLine.STDERR)))
                .extracting(LogLine::message)
                .containsExactly("e2", "e3");
        assertThat(read(new LogRequest(1, null, false, LogLine.STDOUT)))
                .extracting(LogLine::message)
                .containsExactly("9");
        assertThat(read(new LogRequest(1, null, false, LogLine.CONSOLE))).isEmpty();
    }

    @Test
    void following_one_stream_begins_with_its_last_lines() throws InterruptedException {
        print(
                "echo e1 >&2; echo e2 >&2; echo 1; echo 2; until [ -f /go ]; do sleep 0.05; done; echo 3; echo e3 >&2");
        awaitPrinted("2");
        var following = follow(new LogRequest(1, null, true, LogLine.STDERR));

        assertThat(take().message()).isEqualTo("e2");
        var unused =
                fixture.cli().run("exec", Mark.containerName(resource, 1), "sh", "-c", ": > /go");
        assertThat(take().message()).isEqualTo("e3");
        driver.destroy(resource);
        awaitEnd(following);
        assertThat(followed).isEmpty();
    }

    @Test
    void a_long_line_arrives_whole() throws InterruptedException {
        print("i=0; while [ $i -lt 200 ]; do echo -n 0123456789; i=$((i+1)); done; echo; echo end");
        awaitPrinted("end");

        assertThat(read(ALL).get(0).message()).hasSize(2_000);
    }

    @Test
    void following_goes_on_over_a_restart_until_the_container_is_gone()
            throws InterruptedException {
        print("echo began");
        var following = follow();
        assertThat(take().message()).isEqualTo("began");

        var unused = driver.stop(resource, StopRequest.byForce());
        var runtime = driver.start(resource, Progress.NONE);

        assertThat(take().message()).isEqualTo("began");
        assertThat(following.isAlive()).isTrue();
        driver.destroy(resource);
        awaitEnd(following);
        assertThat(followed).isEmpty();
        assertThat(runtime.id()).isNotBlank();
    }

    @Test
    void whoever_follows_can_be_told_to_give_up() throws InterruptedException {
        print("echo began");
        var following = follow();
        assertThat(take().message()).isEqualTo("began");

        following.interrupt();

        awaitEnd(following);
        assertThat(take().message()).isEqualTo(DriverException.INTERRUPTED);
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("docker-java-stream")) {
                thread.join(20_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void what_is_not_there_has_no_log() {
        assertThatThrownBy(() -> read(ALL))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> assertThat(e.code()).isEqualTo(DriverException.NOT_FOUND));
    }
}
