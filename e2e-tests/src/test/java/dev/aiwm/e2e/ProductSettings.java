package dev.aiwm.e2e;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the product can be told from its environment, read from its classes. */
final class ProductSettings {
    private static final String SECRET_FILE = "_FILE";

    /** Each property of our settings records, with its default or an empty text. */
    private final Map<String, String> properties = new TreeMap<>();

    /** The classes of the product, in which each name that it reads stands as a constant. */
    private final List<String> classes;

    /** The descriptions that libraries bring of their settings. */
    private final List<String> libraries;

    ProductSettings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("dev.aiwm")) {
            var type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            addProperties(type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        classes =
                contents("classpath*:dev/aiwm/**/*.class").stream()
                        .filter(content -> !content.contains("dev/aiwm/e2e/"))
                        .toList();
        libraries = contents("classpath*:META-INF/spring-configuration-metadata.json");
    }

    private void addProperties(String prefix, Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException(type + " is not a record");
        }
        for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
            String property = prefix + "." + kebabCase(parameter.getName());
            var defaultValue = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getType().isRecord()) {
                addProperties(property, parameter.getType());
            } else {
                properties.put(
                        property,
                        defaultValue == null ? "" : String.join(",", defaultValue.value()));
            }
        }
    }

    private static String kebabCase(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static List<String> contents(String pattern) {
        try {
            var contents = new ArrayList<String>();
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
            for (Resource resource : found) {
                contents.add(resource.getContentAsString(StandardCharsets.ISO_8859_1));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> properties() {
        return properties.keySet();
    }

    /** Names of variables and their defaults, of all that a settings record reads. */
    Map<String, String> ofRecords() {
        var variables = new TreeMap<String, String>();
        properties.forEach((property, value) -> variables.put(variable(property), value));
        return variables;
    }

    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Whether the product, or a library that it is made of, reads this variable. */
    boolean reads(String variable) {
        return ofRecords().containsKey(variable)
                || isConstant(variable)
                || isSecretInFile(variable)
                || isOfLibrary(variable);
    }

    private boolean isConstant(String variable) {
        var property = Pattern.compile(variable.toLowerCase(Locale.ROOT).replace("_", "[.-]"));
        boolean ours = variable.startsWith("AIWM_");
        return classes.stream()
                .anyMatch(c -> c.contains(variable) || ours && property.matcher(c).find());
    }

    private boolean isSecretInFile(String variable) {
        return variable.endsWith(SECRET_FILE)
                && classes.stream()
                        .anyMatch(
                                c ->
                                        c.contains("dev/aiwm/support/boot/SecretFiles")
                                                && c.contains(base(variable)));
    }

    private static String base(String variable) {
        return variable.substring(0, variable.length() - SECRET_FILE.length());
    }

    private boolean isOfLibrary(String variable) {
        var form =
                ConfigurationPropertyName.adapt(
                        variable.toLowerCase(Locale.ROOT).replace('_', '.'), '.');
        return libraries.stream()
                .flatMap(text -> Arrays.stream(text.split("\"name\": \"")))
                .map(part -> part.substring(0, Math.max(0, part.indexOf('"'))))
                .anyMatch(name -> name.replace('-', '.').equals(form.toString()));
    }
}
