package dev.aiwm.nodeagent.driver.libvirt.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class XmlReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<open>",
                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>",
                "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/d.dtd'><d/>"
            })
    void what_is_no_xml_or_more_than_xml_is_refused(String text) {
        assertThatThrownBy(() -> XmlReader.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not XML that is read here");
    }

    @Test
    void a_domain_of_someone_else_has_no_mark() {
        assertThat(DomainDescription.parse("<domain><name>theirs</name></domain>").mark())
                .isEmpty();
    }

    @Test
    void a_mark_that_is_not_as_we_write_it_is_none() {
        String xml =
                "<domain><metadata><a:resource xmlns:a='%s' id='65f000000000000000000001'/>"
                        .formatted(Mark.NAMESPACE);

        assertThat(DomainDescription.parse(xml + "</metadata></domain>").mark()).isEmpty();
    }

    @Test
    void a_running_domain_tells_its_port_its_cards_and_its_start() {
        String xml =
                """
                <domain>
                  <metadata><s:start xmlns:s='%s' at='2026-03-04T05:06:07Z'/></metadata>
                  <devices>
                    <interface type='bridge'><target dev='vnet3'/></interface>
                    <graphics type='spice' port='1'/>
                    <graphics type='vnc' port='5907'/>
                  </devices>
                </domain>
                """
                        .formatted(DomainDescription.START_NAMESPACE);
        var read = DomainDescription.parse(xml);

        assertThat(read.vncPort()).contains(5_907);
        assertThat(read.cards()).containsExactly("vnet3");
        assertThat(read.startedAt()).contains(Instant.parse("2026-03-04T05:06:07Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "0000:3b:00.0,0000:3b:00.0",
        "00000000:3B:00.1,0000:3b:00.1",
        "b1:00.7,0000:b1:00.7"
    })
    void addresses_come_in_several_forms(String text, String address) {
        assertThat(PciAddress.parse(text)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GPU-0", "3b:00", "0000:3b:00.8", "../../etc"})
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> PciAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a PCI address");
    }

    @Test
    void a_host_has_kvm_only_where_libvirt_says_so_of_our_architecture() {
        String arm =
                "<capabilities><guest><arch name='aarch64'><domain type='kvm'/></arch></guest>";
        String ours = "<guest><arch name='x86_64'><domain type='qemu'/>%s</arch></guest>";

        assertThat(Capabilities.hasKvm(arm + ours.formatted("") + "</capabilities>")).isFalse();
        assertThat(
                        Capabilities.hasKvm(
                                arm + ours.formatted("<domain type='kvm'/>") + "</capabilities>"))
                .isTrue();
    }
}
