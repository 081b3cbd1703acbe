package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final int RETRIES = 3;

    private static Judgement hearing(Judgement before, String... faults) {
        var judgement = before;
        for (var fault : faults) {
            judgement = judgement.after(fault, false, RETRIES);
        }
        return judgement;
    }

    @Test
    void so_many_bad_answers_in_a_row_make_it_unwell() {
        assertThat(hearing(Judgement.NONE, "a", "b").complaint()).isNull();
        assertThat(hearing(Judgement.NONE, "a", "b", "c").complaint()).isEqualTo("c");
        assertThat(hearing(Judgement.NONE, "a", "b", null, "c", "d").complaint()).isNull();
    }

    @Test
    void the_complaint_stays_as_it_was_first_made_until_one_good_answer() {
        var unwell = hearing(Judgement.NONE, "a", "b", "c", "d", "e");

        assertThat(unwell.complaint()).isEqualTo("c");
        assertThat(hearing(unwell, (String) null).complaint()).isNull();
        assertThat(hearing(unwell, null, "f", "g").complaint()).isNull();
    }

    @Test
    void bad_answers_do_not_count_while_it_starts() {
        var starting = Judgement.NONE;
        for (int i = 0; i < 10; i++) {
            starting = starting.after("not yet", true, RETRIES);
        }

        assertThat(starting).isEqualTo(Judgement.NONE);
        assertThat(hearing(starting, "a", "b").complaint()).isNull();
    }

    @Test
    void what_was_well_once_has_started() {
        var judgement = Judgement.NONE.after(null, true, 1);

        assertThat(judgement.after("again not", true, 1).complaint()).isEqualTo("again not");
    }
}
