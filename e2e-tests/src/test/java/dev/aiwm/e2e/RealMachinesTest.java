package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.testing.SmallLinux;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A real machine from the request for it to its end, looked at with libvirt's own program. */
class RealMachinesTest {
    private static final String NODE = "e2e-machines-" + ProcessHandle.current().pid();
    private static final String PASSWORD = "open-sesame-8";

    /** How many colours the screen in the page has; one while nothing was drawn. */
    private static final String COLOURS =
            """
            (canvas => {
                if (!canvas?.width) {
                    return 0;
                }
                const drawing = canvas.getContext('2d');
                const {data} = drawing.getImageData(0, 0, canvas.width, canvas.height);
                const found = new Set();
                for (let at = 0; at < data.length; at += 4) {
                    found.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
                }
                return found.size;
            })(document.querySelector('.screen canvas'))
            """;

    @TempDir static Path folder;

    private static Product product;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        Virsh.require();
        // machines' processes run as a user of their own, who must get to the disks
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var images = Files.createDirectories(folder.resolve("images"));
        Files.copy(SmallLinux.image(), images.resolve("debian-12.qcow2"));
        product =
                Product.start(
                        folder.resolve("data"),
                        Map.of(
                                "AIWM_NODE",
                                "libvirt",
                                "AIWM_LOCALNODE_ID",
                                NODE,
                                "AIWM_IMAGES",
                                images.toString(),
                                "AIWM_DISKS",
                                folder.resolve("disks").toString(),
                                "AIWM_DISK_POOL",
                                NODE,
                                "AIWM_VM_NETWORK",
                                "user",
                                "AIWM_VM_KVM",
                                "never",
                                "AIWM_VM_UEFI",
                                "always"),
                        List.of());
        api = product.api();
        api.awaitField("/api/nodes/" + NODE, "/status", "online");
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
            domains().forEach(RealMachinesTest::remove);
            if (Virsh.virsh("pool-list", "--all", "--name").contains(NODE)) {
                Virsh.virsh("pool-destroy", NODE);
                Virsh.virsh("pool-undefine", NODE);
            }
        }
    }

    @Test
    void a_machine_boots_is_talked_to_kept_put_back_and_goes() {
        var images = api.get("/api/images?nodeId=" + NODE).expect(200);
        assertThat(images.text()).contains("\"debian-12\",\"state\":\"present\"");

        var id = api.post("/api/resources", machine()).expect(201).at("/_id");
        api.awaitStatus(id, "running");
        assertThat(domains()).hasSize(1);
        assertThat(Virsh.state(domains().get(0))).isEqualTo("running");
        talk(id);
        assertThat(api.get("/api/resources/" + id + "/logs").expect(200).text())
                .contains("e2e-vm-01")
                .doesNotContain(PASSWORD);
        assertThat(
                        api.get("/api/resources/" + id + "/metrics")
                                .expect(200)
                                .json()
                                .at("/metrics/memory/totalMB")
                                .asLong())
                .isPositive();
        assertThat(api.get("/api/resources/" + id + "/console").expect(200).at("/password"))
                .hasSize(8);
        endIt(id);
        keepAndPutBack(id);

        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
        assertThat(domains()).isEmpty();
        assertThat(folder.resolve("disks")).isEmptyDirectory();
    }

    @Test
    void its_screen_shows_in_a_browser() {
        try (var browser = Browser.start(folder);
                var page = browser.page()) {
            var id = api.post("/api/resources", machine()).expect(201).at("/_id");
            api.awaitStatus(id, "running");
            page.open(product.url() + "/#/resources/" + id + "/console");
            page.fill("Password", Product.PASSWORD);
            page.press("Enter");
            page.click("button", "Screen (VNC)");
            page.awaitText("Connected");
            page.await(COLOURS + " > 1");
            assertThat(page.complaints()).isEmpty();
            api.delete("/api/resources/" + id).expect(202);
            api.awaitStatus(id, "deleted");
        }
    }

    private static void endIt(String id) {
        Virsh.end(Virsh.URI, domains().get(0));
        api.awaitField("/api/resources/" + id, "/divergence/wanted", "running");
        api.awaitStatus(id, "running");
        assertThat(Virsh.state(domains().get(0))).isEqualTo("running");
        talk(id);
    }

    private static void talk(String id) {
        var ticket = api.get("/api/resources/" + id + "/console?kind=serial").expect(200);
        try (var console = Terminal.open(URI.create(ticket.at("/url")))) {
            console.awaitText("guest: ready");
            console.type("are you there\n");
            console.awaitText("guest: heard are you there");
        }
    }

    private static void keepAndPutBack(String id) {
        var path = "/api/resources/" + id + "/snapshots";
        var taken =
                act("POST", path, "{\"name\": \"before\", \"description\": \"of a change\"}")
                        .at("/snapshot/id");
        var listed = api.awaitField(path, "/snapshots/0/id", taken);
        assertThat(listed.at("/snapshots/0/consistency")).isEqualTo("crash-consistent");
        assertThat(Virsh.virsh("snapshot-list", "--name", domains().get(0))).contains(taken);
        act("POST", "/api/resources/" + id + "/stop", "{\"gracePeriodSeconds\": 60}");
        api.awaitStatus(id, "stopped");
        act("POST", path + "/" + taken + "/restore", "{}");
        act("DELETE", path + "/" + taken, null);
        assertThat(Virsh.virsh("snapshot-list", "--name", domains().get(0))).doesNotContain(taken);
    }

    private static Answer act(String method, String path, String body) {
        var answer = api.send(method, path, body, Map.of("Prefer", "wait=60"));
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer;
    }

    private static List<String> domains() {
        return Virsh.virsh("list", "--all", "--name")
                .lines()
                .filter(name -> !name.isBlank())
                .filter(name -> Virsh.virsh("dumpxml", name).contains(folder.toString()))
                .toList();
    }

    private static void remove(String domain) {
        if (Virsh.state(domain).equals("running")) {
            Virsh.end(Virsh.URI, domain);
        }
        Virsh.virsh("undefine", "--nvram", "--snapshots-metadata", domain);
    }

    private static String machine() {
        return """
        {"name": "vm", "resourceType": "virtual-machine", "nodeId": "%s",
         "config": {"type": "virtual-machine", "osImage": "debian-12",
                    "vcpus": 1, "ramMB": 512, "diskGB": 10,
                    "networkConfig": {"mode": "bridge-vlan", "ipMode": "dhcp"},
                    "cloudInit": {"hostname": "e2e-vm-01", "username": "admin",
                                  "password": "%s"}}}
        """
                .formatted(NODE, PASSWORD);
    }
}
