package dev.aiwm.rules;

import static java.util.Objects.requireNonNull;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The classes of one module, to be held to the rules. A module's {@code ArchitectureTest} sits in
 * the module's root package, so that one line names both.
 */
public final class Architecture {
    private static final Pattern MADE_BY_THE_BUILD = Pattern.compile(".*__[A-Za-z]+\\.class");

    private final String root;
    private final JavaClasses main;
    private final JavaClasses tests;

    private Architecture(String root, JavaClasses main, JavaClasses tests) {
        this.root = root;
        this.main = main;
        this.tests = tests;
    }

    /** The module that the given test belongs to; its tests are the classes that lie beside it. */
    public static Architecture of(Class<?> architectureTest) {
        String root = requireNonNull(architectureTest, "architectureTest is null").getPackageName();
        URI testClasses = locationOf(architectureTest);
        return new Architecture(
                root,
                importer(location -> !within(location, testClasses) && !isMadeByTheBuild(location))
                        .importPackages(root),
                importer(location -> within(location, testClasses)).importPackages(root));
    }

    /** Every rule that holds in every module. */
    public Architecture keepsTheHouseRules() {
        requireClasses();
        HouseRules.FOR_MAIN.forEach(rule -> rule.check(main));
        HouseRules.FOR_TESTS.forEach(rule -> rule.check(tests));
        return this;
    }

    /** Features are free of cycles: each direct sub-package of the module's root is one. */
    public Architecture hasNoCyclesBetweenFeatures() {
        return obeys(HouseRules.noCyclesBetweenFeaturesOf(root));
    }

    /**
     * The allow-list of the module. The JDK and the module itself need not be named. An entry that
     * nothing uses fails too: a list that is longer than the truth protects nothing.
     */
    public Architecture dependsOnlyOn(String... packages) {
        requireClasses();
        AllowList list = new AllowList(root, List.of(packages));
        list.rule().check(main);
        list.requireEveryEntryUsed(main);
        return this;
    }

    /** A rule of the module's own, over its main classes. */
    public Architecture obeys(ArchRule rule) {
        requireClasses();
        rule.check(main);
        return this;
    }

    /** A rule of the module's own, over its tests. */
    public Architecture testsObey(ArchRule rule) {
        rule.check(tests);
        return this;
    }

    private void requireClasses() {
        if (main.stream().noneMatch(Architecture::isCode)) {
            throw new AssertionError(
                    "no class found in " + root + ": the rules would hold of nothing");
        }
    }

    private static boolean isCode(JavaClass type) {
        return !"package-info".equals(type.getSimpleName());
    }

    private static ClassFileImporter importer(ImportOption option) {
        return new ClassFileImporter().withImportOption(option);
    }

    private static boolean within(Location location, URI folder) {
        return location.contains(folder.toString());
    }

    /** Beans that Spring found for the build; packing leaves them beside the compiled classes. */
    private static boolean isMadeByTheBuild(Location location) {
        return location.matches(MADE_BY_THE_BUILD);
    }

    private static URI locationOf(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes of " + type + " lie nowhere", e);
        }
    }
}
