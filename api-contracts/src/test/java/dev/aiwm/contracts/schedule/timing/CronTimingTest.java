package dev.aiwm.contracts.schedule.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class CronTimingTest {
    private static final String VIENNA = "Europe/Vienna";

    /** Occurrences after a local time, as the clock on the wall shows them, with their offset. */
    private static List<String> after(String expression, String zone, String local, int count) {
        var timing = new CronTiming(expression, zone);
        var at = LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
        var found = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            at = timing.following(at).orElseThrow();
            var shown = at.atZone(ZoneId.of(zone));
            found.add(shown.toLocalDateTime() + shown.getOffset().getId());
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * *         | 2026-01-10T03:00 | 2026-01-11T03:00",
                "*/15 * * * *      | 2026-01-10T03:50 | 2026-01-10T04:00",
                "30 8-10/2 * * *   | 2026-01-10T08:31 | 2026-01-10T10:30",
                "0 0 31 * *        | 2026-01-31T00:00 | 2026-03-31T00:00",
                "0 0 29 2 *        | 2026-01-31T00:00 | 2028-02-29T00:00",
                "0 0 29 2 *        | 2096-03-01T00:00 | 2104-02-29T00:00",
                "0 9 * * mon-fri   | 2026-01-09T09:00 | 2026-01-12T09:00",
                "0 9 * * 7         | 2026-01-09T09:00 | 2026-01-11T09:00",
                "0 9 * jan,JUL 1   | 2026-01-31T00:00 | 2026-07-06T09:00",
                "0 0 13 * fri      | 2026-02-07T00:00 | 2026-02-13T00:00",
                "0 0 13 * fri      | 2026-02-13T00:00 | 2026-02-20T00:00",
                "0 0 */2 * mon     | 2026-01-05T00:00 | 2026-01-19T00:00",
                "5/20 1 * * *      | 2026-01-10T01:05 | 2026-01-10T01:25",
                "@hourly           | 2026-01-10T03:00 | 2026-01-10T04:00",
                "@weekly           | 2026-01-10T03:00 | 2026-01-11T00:00",
                "@monthly          | 2026-01-10T03:00 | 2026-02-01T00:00",
                "@yearly           | 2026-01-10T03:00 | 2027-01-01T00:00"
            })
    void the_next_time_is_the_first_that_matches(String expression, String from, String next) {
        assertThat(after(expression, "UTC", from, 1)).containsExactly(next + "Z");
    }

    /** On 2026-03-29 clocks in Vienna go from 02:00 to 03:00. */
    @Test
    void a_time_that_is_left_out_is_met_right_after_the_gap() {
        assertThat(after("30 2 * * *", VIENNA, "2026-03-28T00:00", 3))
                .containsExactly(
                        "2026-03-28T02:30+01:00",
                        "2026-03-29T03:00+02:00",
                        "2026-03-30T02:30+02:00");
    }

    @Test
    void many_times_that_are_left_out_are_met_once_and_together_with_what_comes_then() {
        assertThat(after("*/20 2,3 * * *", VIENNA, "2026-03-29T00:00", 4))
                .containsExactly(
                        "2026-03-29T03:00+02:00",
                        "2026-03-29T03:20+02:00",
                        "2026-03-29T03:40+02:00",
                        "2026-03-30T02:00+02:00");
    }

    /** On 2026-10-25 clocks in Vienna go from 03:00 back to 02:00. */
    @Test
    void a_time_that_comes_twice_is_met_the_first_time_only() {
        assertThat(after("30 2 * * *", VIENNA, "2026-10-24T12:00", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    }

    @Test
    void what_comes_every_so_often_goes_by_time_that_passes() {
        assertThat(after("*/30 * * * *", VIENNA, "2026-03-29T01:00", 3))
                .containsExactly(
                        "2026-03-29T01:30+01:00",
                        "2026-03-29T03:00+02:00",
                        "2026-03-29T03:30+02:00");
        assertThat(after("0 * * * *", VIENNA, "2026-10-25T01:00", 4))
                .containsExactly(
                        "2026-10-25T02:00+02:00",
                        "2026-10-25T02:00+01:00",
                        "2026-10-25T03:00+01:00",
                        "2026-10-25T04:00+01:00");
    }

    /** Lord Howe goes forward and back by half an hour, Troll by two hours. */
    @Test
    void clocks_may_go_by_other_than_an_hour() {
        assertThat(after("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T12:00", 2))
                .containsExactly("2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00");
        assertThat(after("*/30 * * * *", "Australia/Lord_Howe", "2026-04-05T01:00", 3))
                .containsExactly(
                        "2026-04-05T01:30+11:00",
                        "2026-04-05T01:30+10:30",
                        "2026-04-05T02:00+10:30");
        assertThat(after("0 1,2 * * *", "Antarctica/Troll", "2026-03-28T12:00", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T01:00+02:00");
    }

    /** In 2011 Samoa left out the 30th of December. */
    @Test
    void a_day_that_is_left_out_is_met_at_the_start_of_the_next() {
        assertThat(after("0 12 * * *", "Pacific/Apia", "2011-12-29T11:00", 3))
                .containsExactly(
                        "2011-12-29T12:00-10:00",
                        "2011-12-31T00:00+14:00",
                        "2011-12-31T12:00+14:00");
    }

    @Test
    void what_never_comes_has_no_next_time() {
        assertThat(new CronTiming("0 0 30 2 *", null).first(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "5-1 * * * *",
                "1,,2 * * * *",
                "a * * * *",
                "1-2-3 * * * *",
                "*/1/2 * * * *",
                "-1 * * * *",
                "@reboot",
                "* * * mon *",
                "1000 * * * *"
            })
    void what_is_no_cron_expression_is_refused_with_a_reason(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CronTiming(text, null).requireExpression())
                .withMessageMatching("(?s).{20,}");
    }

    /** Against the plainest way to say it: minute after minute, each looked at by itself. */
    @Test
    void wherever_clocks_are_left_alone_every_minute_that_matches_is_met_and_no_other() {
        long seed = Long.getLong("aiwm.cron.seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String expression =
                    "%d/%d %d-%d * %d,%d *"
                            .formatted(
                                    random.nextInt(60),
                                    1 + random.nextInt(30),
                                    random.nextInt(12),
                                    12 + random.nextInt(12),
                                    1 + random.nextInt(6),
                                    7 + random.nextInt(6));
            var from =
                    Instant.parse("2026-01-01T00:00:00Z")
                            .plus(random.nextInt(500_000), ChronoUnit.MINUTES);
            var found = new CronTiming(expression, "UTC").first(from).orElseThrow();
            assertThat(found)
                    .as("seed %d: %s after %s", seed, expression, from)
                    .isEqualTo(minuteByMinute(expression, from));
        }
    }

    private static Instant minuteByMinute(String expression, Instant from) {
        String[] part = expression.split("[ /,-]");
        int first = Integer.parseInt(part[0]);
        int step = Integer.parseInt(part[1]);
        for (ZonedDateTime at = from.atZone(ZoneId.of("UTC")).plusMinutes(1);
                ;
                at = at.plusMinutes(1)) {
            boolean matches =
                    at.getMinute() >= first
                            && (at.getMinute() - first) % step == 0
                            && at.getHour() >= Integer.parseInt(part[2])
                            && at.getHour() <= Integer.parseInt(part[3])
                            && (at.getMonthValue() == Integer.parseInt(part[5])
                                    || at.getMonthValue() == Integer.parseInt(part[6]));
            if (matches) {
                return at.toInstant();
            }
        }
    }
}
