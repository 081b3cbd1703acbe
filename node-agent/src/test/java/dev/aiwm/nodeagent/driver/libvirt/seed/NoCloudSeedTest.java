package dev.aiwm.nodeagent.driver.libvirt.seed;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

class NoCloudSeedTest {
    private static final Instant MADE = Instant.parse("2026-03-04T05:06:07Z");
    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEt someone@somewhere";
    private static final Seed STATIC =
            new Seed(
                    "65f000000000000000000001-g1",
                    false,
                    true,
                    "dev-vm-01",
                    "ubuntu",
                    List.of(KEY),
                    "open sesame",
                    "52:54:00:12:34:56",
                    Seed.StaticAddress.of("192.168.100.10", "255.255.255.0", "192.168.100.1"),
                    List.of("192.168.100.53"));
    private static final Seed DHCP =
            new Seed(
                    "65f000000000000000000002-g7",
                    false,
                    false,
                    "evil\"\n- name: root",
                    "admin: [x]",
                    List.of(),
                    null,
                    "52:54:00:12:34:57",
                    null,
                    List.of());

    @TempDir private Path folder;

    @Test
    void a_static_address_is_given_to_the_card_with_the_mac() {
        var card = JsonMapper.shared().valueToTree(NoCloudSeed.networkConfig(STATIC));

        assertThat(card.at("/version").intValue()).isEqualTo(2);
        var primary = card.at("/ethernets/primary");
        assertThat(primary.at("/match/macaddress").stringValue()).isEqualTo("52:54:00:12:34:56");
        assertThat(primary.at("/dhcp4").booleanValue()).isFalse();
        assertThat(primary.at("/addresses/0").stringValue()).isEqualTo("192.168.100.10/24");
        assertThat(primary.at("/routes/0/via").stringValue()).isEqualTo("192.168.100.1");
        assertThat(primary.at("/nameservers/addresses/0").stringValue())
                .isEqualTo("192.168.100.53");
    }

    @Test
    void without_an_address_the_guest_asks_for_one() {
        var card = JsonMapper.shared().valueToTree(NoCloudSeed.networkConfig(DHCP));

        assertThat(card.at("/ethernets/primary/dhcp4").booleanValue()).isTrue();
        assertThat(card.at("/ethernets/primary/addresses").isMissingNode()).isTrue();
    }

    @Test
    void the_password_is_on_the_disc_only_as_a_hash() {
        String disc = new String(NoCloudSeed.disc(STATIC, MADE), UTF_8);

        assertThat(disc).doesNotContain("open sesame").contains("\"hashed_passwd\":\"$6$");
    }

    @Test
    void who_has_a_key_does_not_log_in_by_password_over_the_network() {
        var withKey = JsonMapper.shared().valueToTree(NoCloudSeed.userData(STATIC));
        assertThat(withKey.at("/ssh_pwauth").booleanValue()).isFalse();
        assertThat(withKey.at("/users/0/ssh_authorized_keys/0").stringValue()).isEqualTo(KEY);
        assertThat(withKey.at("/users/0/lock_passwd").booleanValue()).isFalse();

        var withNothing = JsonMapper.shared().valueToTree(NoCloudSeed.userData(DHCP));
        assertThat(withNothing.at("/users/0/lock_passwd").booleanValue()).isTrue();
        assertThat(withNothing.at("/users/0/hashed_passwd").isMissingNode()).isTrue();
    }

    @Test
    void a_guest_whose_disk_was_kept_keeps_its_host_keys() {
        assertThat(NoCloudSeed.userData(STATIC)).containsEntry("ssh_deletekeys", true);
        assertThat(NoCloudSeed.userData(DHCP)).containsEntry("ssh_deletekeys", false);
    }

    @Test
    void a_windows_guest_is_told_only_what_it_understands() {
        var seed =
                new Seed(
                        "i",
                        true,
                        true,
                        "win",
                        "administrator",
                        List.of(KEY),
                        null,
                        "m",
                        null,
                        List.of());

        assertThat(NoCloudSeed.userData(seed)).containsOnlyKeys("hostname");
        assertThat(NoCloudSeed.metaData(seed)).containsEntry("public-keys", List.of(KEY));
    }

    @Test
    void names_cannot_break_out_of_the_file_they_are_in() throws IOException {
        var files = new DiscReader(NoCloudSeed.disc(DHCP, MADE)).files();

        String userData = new String(files.get("user-data"), UTF_8);
        assertThat(userData).startsWith("#cloud-config\n");
        JsonNode json = JsonMapper.shared().readTree(userData.substring("#cloud-config".length()));
        assertThat(json.at("/hostname").stringValue()).isEqualTo(DHCP.hostname());
        assertThat(json.at("/users").size()).isEqualTo(1);
        assertThat(json.at("/users/0/name").stringValue()).isEqualTo(DHCP.username());
    }

    @Test
    void the_disc_is_called_as_the_guest_looks_for_it_and_has_the_three_files() {
        var reader = new DiscReader(NoCloudSeed.disc(STATIC, MADE));

        assertThat(reader.volume()).isEqualTo("cidata");
        assertThat(reader.files()).containsOnlyKeys("meta-data", "network-config", "user-data");
        assertThat(new String(reader.files().get("meta-data"), UTF_8))
                .isEqualTo(
                        "{\"instance-id\":\"65f000000000000000000001-g1\",\"local-hostname\":"
                                + "\"dev-vm-01\"}\n");
    }

    @Test
    void a_file_of_many_sectors_comes_back_whole() {
        byte[] content = new byte[10_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31);
        }
        var files = List.of(new SeedFile("big", content), new SeedFile("empty", new byte[0]));
        var read = new DiscReader(IsoImage.of("cidata", files, MADE)).files();

        assertThat(read.get("big")).isEqualTo(content);
        assertThat(read.get("empty")).isEmpty();
    }

    @Test
    void programs_that_know_discs_see_the_same() throws IOException, InterruptedException {
        var disc = folder.resolve("seed.iso");
        Files.write(disc, NoCloudSeed.disc(STATIC, MADE));

        if (Files.isExecutable(Path.of("/usr/sbin/blkid"))) {
            String told = run("/usr/sbin/blkid", "-p", disc.toString());
            assertThat(told).contains("LABEL=\"cidata\"", "TYPE=\"iso9660\"");
        }
        if (Files.isExecutable(Path.of("/usr/bin/xorriso"))) {
            String told = run("/usr/bin/xorriso", "-indev", disc.toString(), "-find", "/");
            assertThat(told).contains("'/meta-data'", "'/network-config'", "'/user-data'");
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return told;
    }
}
