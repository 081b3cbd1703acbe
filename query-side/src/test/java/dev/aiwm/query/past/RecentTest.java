package dev.aiwm.query.past;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class RecentTest {
    private final List<String> read = new ArrayList<>();
    private final Recent<String, String> recent = new Recent<>(10, String::length);

    private String get(String key) {
        return recent.get(
                key,
                wanted -> {
                    read.add(wanted);
                    return wanted;
                });
    }

    @Test
    void what_was_read_is_not_read_again() {
        assertThat(List.of(get("one"), get("two"), get("one")))
                .containsExactly("one", "two", "one");
        assertThat(read).containsExactly("one", "two");
    }

    @Test
    void what_was_wanted_least_lately_goes_when_all_weighs_too_much() {
        get("four");
        get("five");
        get("four");
        get("six");

        get("four");
        get("six");
        get("five");

        assertThat(read).containsExactly("four", "five", "six", "five");
    }

    @Test
    void what_is_too_heavy_alone_is_read_each_time_and_leaves_room_for_others() {
        get("much too heavy");
        get("much too heavy");
        get("one");
        get("one");

        assertThat(read).containsExactly("much too heavy", "much too heavy", "one");
    }

    @Test
    void what_takes_the_place_of_another_weighs_in_its_stead() {
        recent.put("key", "12345678");
        recent.put("key", "1234");
        get("six");
        get("key");

        assertThat(read).containsExactly("six");
    }
}
