package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ConsoleKind;
import dev.aiwm.contracts.protocol.ContainerExec;
import dev.aiwm.contracts.protocol.ContainerLogs;
import dev.aiwm.contracts.protocol.ContainerMetrics;
import dev.aiwm.contracts.protocol.LiveSample;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.StreamClose;
import dev.aiwm.contracts.protocol.StreamControl;
import dev.aiwm.contracts.protocol.StreamEnded;
import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.contracts.protocol.StreamFrame.Channel;
import dev.aiwm.contracts.protocol.StreamOpen;
import dev.aiwm.contracts.protocol.StreamOpened;
import dev.aiwm.contracts.protocol.TerminalSize;
import dev.aiwm.contracts.protocol.VmConsole;
import dev.aiwm.nodeagent.channel.Wire;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.work.Engines;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class LiveCallsTest {
    private static final int PLENTY = 1 << 20;
    private static final TerminalSize TERMINAL = new TerminalSize(80, 24);

    @TempDir private Path folder;
    private final FakeController controller = new FakeController();
    private final ResourceId container = ResourceId.random();
    private AgentUnderTest agent;
    private FakeConnection connection;

    @BeforeEach
    void start() {
        agent = AgentUnderTest.start(controller, folder);
        agent.driver.create(
                new CreateRequest(
                        container, "web", 1, Samples.container(), Samples.claimsOfPort(8_080)),
                Progress.NONE);
        agent.driver.start(container, Progress.NONE);
        connection = controller.next();
        connection.register(container);
    }

    @AfterEach
    void end() {
        agent.close();
        controller.close();
    }

    @Test
    void a_program_runs_and_what_it_says_and_how_it_ends_is_told() {
        open(1, PLENTY, exec(null, "echo", "hello", "there"));

        assertThat(connection.expect(MessageType.STREAM_OPENED, StreamOpened.class).streamId())
                .isEqualTo(1);
        assertThat(nextText(Channel.OUT)).isEqualTo("hello there\n");
        assertThat(ended()).isEqualTo(new StreamEnded(1, 0, null));
    }

    @Test
    void a_program_that_is_not_there_says_so_on_the_other_channel() {
        open(1, PLENTY, exec(null, "psql"));

        assertThat(nextText(Channel.ERR)).contains("no program psql");
        assertThat(ended().exitCode()).isEqualTo(127);
    }

    @Test
    void a_terminal_is_talked_to_resized_and_interrupted() {
        open(1, PLENTY, exec(TERMINAL, "sh"));
        assertThat(nextText(Channel.OUT)).isEqualTo("simulated$ ");
        connection.send(
                MessageType.STREAM_CONTROL,
                new StreamControl(1, new TerminalSize(132, 50), null, false));

        connection.send(new StreamFrame(Channel.IN, 1, bytes("size\r")));

        assertThat(textUpTo("simulated$ ")).isEqualTo("size\r\n132x50\r\nsimulated$ ");
        connection.send(MessageType.STREAM_CONTROL, new StreamControl(1, null, "INT", false));
        assertThat(ended().exitCode()).isEqualTo(130);
    }

    @Test
    void it_says_no_more_than_it_was_granted() {
        open(1, 4, exec(null, "echo", "0123456789"));

        assertThat(nextText(Channel.OUT)).isEqualTo("0123");
        connection.send(StreamFrame.credit(1, 3));
        assertThat(nextText(Channel.OUT)).isEqualTo("456");
        assertThat(connection.hasFrames()).isFalse();
        connection.send(StreamFrame.credit(1, 100));
        assertThat(nextText(Channel.OUT)).isEqualTo("789\n");
        assertThat(ended().error()).isNull();
    }

    @Test
    void what_was_taken_in_is_granted_again() {
        open(1, PLENTY, exec(null, "cat"));

        connection.send(new StreamFrame(Channel.IN, 1, bytes("12345")));
        connection.send(MessageType.STREAM_CONTROL, new StreamControl(1, null, null, true));

        var frames = List.of(connection.nextFrame(), connection.nextFrame());
        assertThat(frames)
                .extracting(StreamFrame::channel)
                .containsExactlyInAnyOrder(Channel.CREDIT, Channel.OUT);
        assertThat(frames)
                .filteredOn(frame -> frame.channel() == Channel.CREDIT)
                .allSatisfy(frame -> assertThat(frame.granted()).isEqualTo(5));
        assertThat(ended().exitCode()).isZero();
    }

    @Test
    void the_log_is_read_as_lines_of_json() {
        agent.driver.stop(container, StopRequest.byForce());
        open(1, PLENTY, new ContainerLogs(container, 100, null, false, null));

        var lines =
                nextText(Channel.OUT)
                        .lines()
                        .map(line -> Wire.JSON.readValue(line, LogLine.class).message());

        assertThat(lines).containsExactly("simulated: running", "simulated: stopped");
        assertThat(ended().error()).isNull();
    }

    @Test
    void a_followed_log_goes_on_until_nobody_listens() {
        open(1, PLENTY, new ContainerLogs(container, 1, null, true, null));
        assertThat(nextText(Channel.OUT)).contains("simulated: running");
        open(2, PLENTY, exec(null, "echo", "the first call does not keep others waiting"));
        assertThat(nextText(Channel.OUT)).startsWith("the first call");

        agent.driver.stop(container, StopRequest.byForce());

        assertThat(nextText(Channel.OUT)).contains("simulated: stopped");
        connection.send(MessageType.STREAM_CLOSE, new StreamClose(1));
        open(3, PLENTY, new ContainerLogs(container, 1, null, false, null));
        assertThat(nextText(Channel.OUT)).contains("simulated: stopped");
        agent.driver.start(container, Progress.NONE);
        open(4, PLENTY, exec(null, "echo", "done"));
        assertThat(nextText(Channel.OUT)).isEqualTo("done\n");
    }

    @Test
    void a_resource_is_measured_now() {
        open(1, PLENTY, new ContainerMetrics(container));

        var sample = Wire.JSON.readValue(nextText(Channel.OUT), LiveSample.class);

        assertThat(sample.resource().resourceId()).isEqualTo(container);
        assertThat(sample.simulated()).isTrue();
        assertThat(ended().error()).isNull();
    }

    @Test
    void what_cannot_be_done_is_told_with_a_code() {
        open(1, PLENTY, new ContainerLogs(ResourceId.random(), 10, null, false, null));
        assertThat(ended().error().code()).isEqualTo("NOT_FOUND");

        open(2, PLENTY, new VmConsole(container, ConsoleKind.VNC));
        assertThat(ended().error().code()).isEqualTo(Engines.UNSUPPORTED);

        agent.driver.stop(container, StopRequest.byForce());
        open(3, PLENTY, exec(null, "echo"));
        assertThat(ended().error().code()).isEqualTo(Executing.NOT_RUNNING);
    }

    @Test
    void calls_end_with_the_connection_and_the_next_one_has_its_own() {
        open(1, PLENTY, exec(TERMINAL, "sh"));
        assertThat(nextText(Channel.OUT)).isEqualTo("simulated$ ");

        connection.cut();
        connection = controller.next();
        connection.register(container);
        open(1, PLENTY, exec(null, "echo", "anew"));

        assertThat(nextText(Channel.OUT)).isEqualTo("anew\n");
    }

    private ContainerExec exec(TerminalSize terminal, String... command) {
        return new ContainerExec(container, List.of(command), null, null, Map.of(), terminal);
    }

    private void open(int streamId, int credit, AgentCommand command) {
        connection.send(MessageType.STREAM_OPEN, new StreamOpen(streamId, credit, command));
    }

    private StreamEnded ended() {
        return connection.expect(MessageType.STREAM_ENDED, StreamEnded.class);
    }

    private String nextText(Channel channel) {
        var frame = connection.nextFrame();
        while (frame.channel() == Channel.CREDIT) {
            frame = connection.nextFrame();
        }
        assertThat(frame.channel()).isEqualTo(channel);
        return new String(frame.bytes(), StandardCharsets.UTF_8);
    }

    private String textUpTo(String end) {
        var text = new StringBuilder();
        while (!text.toString().endsWith(end)) {
            text.append(nextText(Channel.OUT));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
