package dev.aiwm.command.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void amounts_are_written_as_people_write_them() {
        assertThat(Amounts.plain(4)).hasToString("4");
        assertThat(Amounts.plain(0.1 + 0.2)).hasToString("0.3");
        assertThat(Amounts.plain(2.9999999)).hasToString("3");
    }

    @Test
    void however_large_they_are() {
        assertThat(Amounts.plain(10_000_000_000_000.0)).hasToString("10000000000000");
        assertThat(Amounts.plain(Long.MAX_VALUE)).hasToString("9223372036854775807");
        assertThat(Amounts.plain(12_345_678.5)).hasToString("12345679");
    }
}
