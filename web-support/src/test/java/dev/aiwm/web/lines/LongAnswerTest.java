package dev.aiwm.web.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.lines.LongAnswer.Progress;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

import tools.jackson.databind.json.JsonMapper;

import java.io.UnsupportedEncodingException;
import java.util.Map;

class LongAnswerTest {
    private final LongAnswer answers = new LongAnswer(new JsonMapper(), 1, "one is being made");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private static Map<String, String> make(Progress progress) {
        progress.at(5, 20);
        progress.at(15, 20);
        return Map.of("found", "nothing");
    }

    private static Map<String, String> refuseLate(Progress progress) {
        progress.at(5, 20);
        throw new Rejection(RejectionCode.NODE_NOT_FOUND, "there was none");
    }

    private static Map<String, String> refuse(Progress progress) {
        throw new Rejection(RejectionCode.NODE_NOT_FOUND, "there was none");
    }

    @Test
    void lines_tell_how_far_it_is_and_the_last_the_result() throws UnsupportedEncodingException {
        answers.lines(response, LongAnswerTest::make);
        assertThat(response.getContentType()).startsWith(LineWriter.LINES);
        assertThat(response.getContentAsString().lines())
                .containsExactly(
                        "{\"position\":5,\"last\":20,\"result\":null,\"refusal\":null}",
                        "{\"position\":15,\"last\":20,\"result\":null,\"refusal\":null}",
                        "{\"position\":15,\"last\":20,\"result\":{\"found\":\"nothing\"},\"refusal\":null}");
    }

    @Test
    void what_is_refused_when_lines_have_been_sent_is_told_in_the_last()
            throws UnsupportedEncodingException {
        answers.lines(response, LongAnswerTest::refuseLate);
        assertThat(response.getContentAsString())
                .endsWith(
                        "\"refusal\":{\"code\":\"NODE_NOT_FOUND\",\"detail\":\"there was none\"}}\n");
    }

    @Test
    void what_is_refused_before_is_left_to_who_answers_problems() {
        assertThatThrownBy(() -> answers.lines(response, LongAnswerTest::refuse))
                .isInstanceOf(Rejection.class);
        assertThat(response.getContentType()).isNull();
    }

    @Test
    void no_more_are_made_at_a_time_than_may_be_and_room_is_given_back() {
        answers.whole(
                progress -> {
                    assertThatThrownBy(() -> answers.whole(LongAnswerTest::make))
                            .isInstanceOf(Rejection.class)
                            .hasMessageContaining("one is being made");
                    return "outer";
                });
        assertThatThrownBy(() -> answers.whole(LongAnswerTest::refuse)).isNotNull();
        assertThat(answers.whole(LongAnswerTest::make)).containsKey("found");
    }
}
