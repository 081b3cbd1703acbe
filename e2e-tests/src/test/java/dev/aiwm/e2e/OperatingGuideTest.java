package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What docs/operating.md says of settings, compared with the classes that read them. */
class OperatingGuideTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Z_]+)`( \\*)? \\| ?(`([^`]*)`|[^|]*?) ?\\| (.*)\\|");

    private final ProductSettings settings = new ProductSettings();
    private final List<String> guide = guide();

    private static List<String> guide() {
        try {
            return Files.readAllLines(Repository.file("docs/operating.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_setting_is_in_a_table_with_its_default() {
        assertThat(settings.ofRecords()).hasSizeGreaterThan(40);
        var missing = new ArrayList<String>();
        settings.ofRecords()
                .forEach(
                        (variable, value) -> {
                            if (guide.stream().noneMatch(line -> isRow(line, variable, value))) {
                                missing.add("| `" + variable + "` | `" + value + "` | ... |");
                            }
                        });
        assertThat(missing).as("rows that docs/operating.md lacks").isEmpty();
    }

    private static boolean isRow(String line, String variable, String value) {
        var row = ROW.matcher(line);
        return row.matches()
                && row.group(1).equals(variable)
                && (row.group(4) == null ? "" : row.group(4)).equals(value);
    }

    @Test
    void the_product_reads_every_variable_of_the_tables() {
        var named = new TreeSet<String>();
        for (String line : guide) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                named.add(row.group(1));
                if (row.group(2) != null && !row.group(1).equals("NODE_TOKEN")) {
                    named.add(row.group(1) + "_FILE");
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(70).allMatch(settings::reads);
    }

    @Test
    void each_variable_is_understood_as_it_is_written() {
        for (String property : settings.properties()) {
            String variable = ProductSettings.variable(property);
            var sources = new MutablePropertySources();
            sources.addFirst(
                    new SystemEnvironmentPropertySource(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            Map.of(variable, "understood")));
            assertThat(
                            new Binder(ConfigurationPropertySources.from(sources))
                                    .bind(property, String.class)
                                    .orElse(null))
                    .as(variable)
                    .isEqualTo("understood");
        }
    }
}
