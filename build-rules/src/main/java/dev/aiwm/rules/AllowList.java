package dev.aiwm.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.stream.Stream;

/** The packages that a module may use, each of them really used. */
final class AllowList {
    private final String root;
    private final List<String> packages;

    AllowList(String root, List<String> packages) {
        this.root = root;
        this.packages = List.copyOf(packages);
    }

    ArchRule rule() {
        DescribedPredicate<JavaClass> allowed =
                resideInAnyPackage(packages.toArray(String[]::new))
                        .or(resideInAnyPackage(root + "..", "java..", "javax.."))
                        .or(describe("primitives", JavaClass::isPrimitive))
                        .or(describe("arrays", JavaClass::isArray));
        return classes()
                .should()
                .onlyDependOnClassesThat(allowed.as("the allow-list " + packages))
                .because("a module uses what its ArchitectureTest lists, nothing else");
    }

    void requireEveryEntryUsed(JavaClasses classes) {
        List<String> unused =
                packages.stream().filter(entry -> targets(classes).noneMatch(in(entry))).toList();
        if (!unused.isEmpty()) {
            throw new AssertionError(
                    "nothing in " + root + " uses " + unused + ": take it off the list");
        }
    }

    private static DescribedPredicate<JavaClass> in(String entry) {
        return resideInAnyPackage(entry);
    }

    private static Stream<JavaClass> targets(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass);
    }
}
