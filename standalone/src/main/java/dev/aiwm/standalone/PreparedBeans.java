package dev.aiwm.standalone;

import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which beans there are was found out when the product was built, for how it is mostly run: on the
 * embedded store, without a setting on which a library may choose its beans. Such a start takes
 * them as they are, any other looks for its beans itself (docs/decisions/0151).
 */
final class PreparedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final String MADE_BY_THE_BUILD =
            Main.class.getName() + "__ApplicationContextInitializer";

    private static final List<ConfigurationPropertyName> OF_LIBRARIES =
            Stream.of("spring", "springdoc", "management", "server", "axon")
                    .map(ConfigurationPropertyName::of)
                    .toList();

    private static final Set<ConfigurationPropertyName> WITHOUT_A_BEAN =
            Set.of(
                    ConfigurationPropertyName.of("server.port"),
                    ConfigurationPropertyName.of("server.address"));

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        if (SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null) {
            var taken = areThere() && fit(prepared.getEnvironment());
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, String.valueOf(taken));
        }
    }

    /** In what was packed: beside compiled classes may lie what was made for earlier ones. */
    private static boolean areThere() {
        var loader = Main.class.getClassLoader();
        var made = loader.getResource(MADE_BY_THE_BUILD.replace('.', '/') + ".class");
        return made != null && made.getProtocol().equals("jar");
    }

    static boolean fit(Environment environment) {
        return environment.getProperty("aiwm.store", "").equalsIgnoreCase("embedded")
                && environment.getProperty("spring.mongodb.uri", "").isBlank()
                && StreamSupport.stream(
                                ConfigurationPropertySources.get(environment).spliterator(), false)
                        .filter(PreparedBeans::isOfTheOperator)
                        .noneMatch(PreparedBeans::mayChooseBeans);
    }

    /** Neither what the program sets for itself nor what Spring tells of the process. */
    private static boolean isOfTheOperator(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> named
                && !named.getName().startsWith("aiwm")
                && !Set.of("defaultProperties", "applicationInfo").contains(named.getName());
    }

    private static boolean mayChooseBeans(ConfigurationPropertySource source) {
        return source instanceof IterableConfigurationPropertySource iterable
                && iterable.stream()
                        .filter(name -> !WITHOUT_A_BEAN.contains(name))
                        .anyMatch(
                                name ->
                                        OF_LIBRARIES.stream()
                                                .anyMatch(library -> library.isAncestorOf(name)));
    }
}
