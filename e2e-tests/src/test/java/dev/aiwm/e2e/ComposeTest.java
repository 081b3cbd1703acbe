package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The distributed set-up as it is written, compared with what the product reads and has. */
class ComposeTest {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:[-?][^}]*)?}");
    private static final Pattern PINNED = Pattern.compile("[a-z/-]+:.*\\d.*");
    private static final Set<String> OURS = Set.of("command-side", "query-side", "node-agent");

    private final Map<String, Object> compose = load();
    private final Map<String, Map<String, Object>> services = children(compose, "services");

    private static Map<String, Object> load() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text() throws IOException {
        return Files.readString(Repository.file("docker-compose.yml"));
    }

    @Test
    void the_product_reads_every_variable_that_it_is_given() {
        var settings = new ProductSettings();
        for (String service : OURS) {
            var environment = children(services.get(service), "environment");
            assertThat(environment).as(service).isNotEmpty();
            assertThat(environment.keySet()).as(service).allMatch(settings::reads);
        }
        assertThat(settings.reads("AIWM_JDBC_PASSWORT")).isFalse();
        assertThat(settings.reads("NO_SUCH_SETTING")).isFalse();
        assertThat(settings.reads("PORT_FILE")).isFalse();
    }

    @Test
    void the_edge_is_given_every_variable_of_its_template_and_no_other() {
        var environment = children(services.get("edge"), "environment");
        assertThat(environment.keySet())
                .filteredOn(name -> name.startsWith("EDGE_"))
                .containsExactlyInAnyOrderElementsOf(new EdgeTemplate().variables());
        assertThat(environment.get("EDGE_COMMAND_SIDE")).isEqualTo("command-side:3003");
        assertThat(environment.get("EDGE_QUERY_SIDE")).isEqualTo("query-side:3003");
    }

    @Test
    void the_sides_are_pointed_at_the_services_that_are_there() {
        for (String service : List.of("command-side", "query-side")) {
            var environment = children(services.get(service), "environment");
            assertThat(services).containsKey(text(environment, "AXON_AXONSERVER_SERVERS"));
            assertThat(text(environment, "AIWM_JDBC_URL"))
                    .startsWith("jdbc:postgresql://postgres:");
            assertThat(text(environment, "MONGODB_URI")).contains("@mongo:27017/?replicaSet=one&");
            assertThat(strings(services.get(service).get("networks"))).contains("stores");
        }
        assertThat(services).containsKeys("postgres", "mongo", "axonserver", "minio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"axonserver", "jdbc"})
    void each_store_of_the_product_has_a_profile_of_its_name(String store) {
        var profiles =
                services.values().stream()
                        .flatMap(service -> strings(service.get("profiles")).stream())
                        .collect(Collectors.toSet());
        assertThat(profiles).contains(store);
    }

    @Test
    void every_service_is_pinned_and_what_stores_is_seen_by_the_sides_alone() {
        services.forEach(
                (name, service) -> {
                    var image = text(service, "image").replaceAll("\\$\\{[^:]+:-(.*)}", "$1");
                    assertThat(image).as(name).matches(PINNED).doesNotContain("latest");
                    if (strings(service.get("networks")).contains("outside")) {
                        assertThat(strings(service.get("networks"))).doesNotContain("stores");
                    }
                    if (!name.equals("edge")) {
                        assertThat(service).as(name).doesNotContainKey("ports");
                    }
                });
        for (String network : List.of("sides", "stores")) {
            assertThat(children(compose, "networks").get(network))
                    .isEqualTo(Map.of("internal", true));
        }
    }

    @Test
    void every_file_network_volume_and_service_that_is_named_is_there() {
        for (var service : services.values()) {
            for (String volume : strings(service.get("volumes"))) {
                String source = volume.substring(0, volume.indexOf(':'));
                if (source.startsWith("./")) {
                    assertThat(Repository.file(source.substring(2))).isRegularFile();
                } else {
                    assertThat(children(compose, "volumes")).containsKey(source);
                }
            }
            assertThat(children(compose, "networks").keySet())
                    .containsAll(strings(service.get("networks")));
            assertThat(services.keySet()).containsAll(children(service, "depends_on").keySet());
        }
    }

    @Test
    void every_variable_is_in_the_example_and_no_secret_has_a_default() throws IOException {
        var example = Files.readAllLines(Repository.file(".env.example"));
        var names = new TreeSet<String>();
        for (Matcher m = REFERENCE.matcher(text()); m.find(); ) {
            names.add(m.group(1));
            if (m.group(1).matches(".*(SECRET|KEY|PASSWORD|TOKEN)")) {
                assertThat(m.group(2)).as(m.group()).isIn(":?", ":-");
            }
        }
        names.remove("AIWM_VERSION");
        assertThat(names).hasSizeGreaterThan(8);
        for (String name : names) {
            assertThat(example).as(name).anyMatch(line -> line.startsWith(name + "="));
        }
        assertThat(example)
                .filteredOn(line -> line.matches("[A-Z_]*(SECRET|KEY|PASSWORD|TOKEN)=.*"))
                .allMatch(line -> line.endsWith("="));
        assertThat(Files.readAllLines(Repository.file(".gitignore"))).contains("/.env");
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> children(Map<String, ?> parent, String name) {
        var found = parent.get(name);
        return found == null ? Map.of() : (Map<String, V>) found;
    }

    private static String text(Map<String, ?> parent, String name) {
        return String.valueOf(parent.get(name));
    }

    private static List<String> strings(Object list) {
        var strings = new ArrayList<String>();
        if (list instanceof List<?> elements) {
            elements.forEach(element -> strings.add(String.valueOf(element)));
        }
        return strings;
    }
}
