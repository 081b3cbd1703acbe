package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;

import dev.aiwm.contracts.protocol.LogLine;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class LogLinesTest {
    private static final String FIRST = "2026-03-04T05:06:07.000000001Z";
    private static final String SECOND = "2026-03-04T05:06:08.000000002Z";
    private static final String PIECE = "x".repeat(16 * 1024);

    private final List<LogLine> lines = new ArrayList<>();
    private final LogLines log = new LogLines(null, lines::add);

    private void said(StreamType type, String text) {
        log.add(new Frame(type, text.getBytes(UTF_8)));
    }

    @Test
    void the_pieces_of_a_long_line_belong_together_and_have_the_time_of_the_first() {
        said(StreamType.STDOUT, FIRST + " " + PIECE);
        said(StreamType.STDERR, FIRST + " between\n");
        said(StreamType.STDOUT, SECOND + " end\n");
        said(StreamType.STDOUT, SECOND + " next\n");

        assertThat(lines)
                .extracting(LogLine::timestamp, LogLine::stream, LogLine::message)
                .containsExactly(
                        tuple(Instant.parse(FIRST), LogLine.STDERR, "between"),
                        tuple(Instant.parse(FIRST), LogLine.STDOUT, PIECE + "end"),
                        tuple(Instant.parse(SECOND), LogLine.STDOUT, "next"));
    }

    @Test
    void a_line_may_be_empty_and_the_last_may_have_no_end() {
        said(StreamType.STDOUT, FIRST + " \n");
        said(StreamType.STDOUT, SECOND + " a  b ");
        log.end();

        assertThat(lines).extracting(LogLine::message).containsExactly("", "a  b ");
    }

    @Test
    void a_terminal_says_its_lines_in_pieces_of_any_size() {
        said(StreamType.RAW, FIRST.substring(0, 9));
        said(StreamType.RAW, FIRST.substring(9) + " on");
        said(StreamType.RAW, "e\r\n" + SECOND + " two\r\n");

        assertThat(lines)
                .extracting(LogLine::timestamp, LogLine::message)
                .containsExactly(
                        tuple(Instant.parse(FIRST), "one"), tuple(Instant.parse(SECOND), "two"));
    }

    @Test
    void a_terminal_has_the_time_before_each_piece_of_a_long_line() {
        String all = (FIRST + " " + PIECE).repeat(2) + FIRST + " end\r\n" + SECOND + " next\r\n";
        for (int at = 0; at < all.length(); at += 1_000) {
            said(StreamType.RAW, all.substring(at, Math.min(all.length(), at + 1_000)));
        }

        assertThat(lines)
                .extracting(LogLine::timestamp, LogLine::message)
                .containsExactly(
                        tuple(Instant.parse(FIRST), PIECE.repeat(2) + "end"),
                        tuple(Instant.parse(SECOND), "next"));
    }

    @Test
    void what_is_too_long_to_keep_is_cut_on_a_terminal_too() {
        said(StreamType.RAW, (FIRST + " " + PIECE).repeat(5) + FIRST + " end\r\n");

        assertThat(lines)
                .extracting(LogLine::message)
                .containsExactly(PIECE.repeat(4), PIECE + "end");
    }

    @Test
    void what_is_too_long_to_keep_is_cut() {
        for (int i = 0; i < 5; i++) {
            said(StreamType.STDOUT, FIRST + " " + PIECE);
        }
        said(StreamType.STDOUT, FIRST + " \n");

        assertThat(lines).extracting(LogLine::message).containsExactly(PIECE.repeat(4), PIECE);
    }
}
