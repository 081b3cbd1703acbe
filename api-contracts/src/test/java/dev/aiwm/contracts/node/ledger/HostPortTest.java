package dev.aiwm.contracts.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
    private static HostPort at(String address) {
        return new HostPort(Transport.TCP, address, 80);
    }

    @ParameterizedTest
    @CsvSource({
        "::1, 0:0:0:0:0:0:0:1",
        "2001:DB8::a, 2001:db8:0:0::000a",
        "127.0.0.1, ::ffff:127.0.0.1",
        "127.0.0.1, ::ffff:7f00:1",
        "127.0.0.1, ::",
        "127.0.0.1, 0.0.0.0",
        "127.0.0.1, ::ffff:0.0.0.0",
        "127.0.0.1, 0:0:0::0",
        "127.0.0.1, ''",
        "127.0.0.1, ",
        "localhost, localhost",
    })
    void one_port_of_one_address_is_one_port_however_it_is_spelt(String one, String other) {
        assertThat(at(one).clashesWith(at(other))).isTrue();
        assertThat(at(other).clashesWith(at(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.2",
        "::1, ::2",
        "::1, 127.0.0.1",
        "1::, ::1",
        "::ffff:127.0.0.1, ::127.0.0.1",
        "localhost, otherhost",
    })
    void a_port_of_another_address_is_another(String one, String other) {
        assertThat(at(one).clashesWith(at(other))).isFalse();
    }

    @Test
    void another_protocol_or_number_is_another_port() {
        assertThat(at(null).clashesWith(new HostPort(Transport.UDP, null, 80))).isFalse();
        assertThat(at(null).clashesWith(new HostPort(Transport.TCP, null, 81))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "not an address",
                "999.1.1.1",
                "127.0.0.1 ",
                " 127.0.0.1",
                "127.000.000.001",
                "127.1",
                "2130706433",
                "1.2.3.4.",
                "fe80::1%eth0",
                "[::1]",
                ":",
                ":::",
                "1::2::3",
                "::1:",
                ":1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "12345::",
                "1.2.3.4::",
                "::1.2.3.4:1",
                "::ffff:127.0.0.01",
                "",
            })
    void what_is_no_address_has_no_canonical_spelling(String text) {
        assertThat(IpAddress.canonical(text)).isEmpty();
    }
}
