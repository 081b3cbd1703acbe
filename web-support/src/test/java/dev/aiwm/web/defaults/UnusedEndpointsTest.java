package dev.aiwm.web.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;

class UnusedEndpointsTest {
    static Set<String> names() {
        return UnusedEndpoints.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_part_left_out_by_name_exists(String name) {
        assertThat(getClass().getResource("/" + name.replace('.', '/') + ".class")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_other_part_is_left_out(String name) {
        var matches = new UnusedEndpoints().match(new String[] {name, name + "Not", null}, null);

        assertThat(matches).containsExactly(false, true, true);
    }
}
