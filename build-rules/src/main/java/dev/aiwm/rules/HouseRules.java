package dev.aiwm.rules;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The rules of every module. Each is seen to catch a planted violation in {@code HouseRulesTest}.
 * Names of Axon's types are written out, so that modules without Axon can apply the rules too.
 */
final class HouseRules {
    private static final String GATEWAY =
            "org.axonframework.commandhandling.gateway.CommandGateway";
    private static final String DISALLOW_REPLAY = "org.axonframework.eventhandling.DisallowReplay";
    private static final String PROCESSING_GROUP = "org.axonframework.config.ProcessingGroup";
    private static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";

    static final ArchRule EVENT_HANDLERS_NAME_THEIR_PROCESSOR =
            classes()
                    .that(handleEvents())
                    .should()
                    .beAnnotatedWith(PROCESSING_GROUP)
                    .because("a processor named after a package loses its token when code moves")
                    .allowEmptyShould(true);

    static final ArchRule POLICIES_ARE_NOT_REPLAYED =
            classes()
                    .that(handleEvents())
                    .and(dependOn(GATEWAY))
                    .should()
                    .beAnnotatedWith(DISALLOW_REPLAY)
                    .because("a replay must not send commands again")
                    .allowEmptyShould(true);

    static final ArchRule NOBODY_WAITS_FOR_EVER =
            noClasses()
                    .should()
                    .callMethod(GATEWAY, "sendAndWait", "java.lang.Object")
                    .because("blocking on a command has a timeout");

    static final ArchRule AGGREGATES_ARE_PURE =
            noClasses()
                    .that(areAggregates())
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "org\\.slf4j\\..*|org\\.springframework\\..*|.*Gateway"
                                    + "|java\\.lang\\.(System|Thread)|java\\.util\\.Random"
                                    + "|java\\.security\\.SecureRandom|java\\.(net|nio)\\..*")
                    .because("ids and time come with the command; deciding does nothing else")
                    .allowEmptyShould(true);

    static final ArchRule AGGREGATES_STAY_AT_HOME =
            classes()
                    .that(areAggregates())
                    .should(new StayAtHome())
                    .because("they are public only for what Spring generates")
                    .allowEmptyShould(true);

    static final ArchRule EVENTS_CARRY_A_REVISION =
            classes()
                    .that()
                    .resideInAPackage("dev.aiwm.contracts.(*).event")
                    .and()
                    .areRecords()
                    .should()
                    .beAnnotatedWith("org.axonframework.serialization.Revision")
                    .because("an event's shape is versioned from its first day")
                    .allowEmptyShould(true);

    static final ArchRule UNIONS_LIST_THEIR_CASES =
            classes()
                    .that()
                    .areAnnotatedWith("com.fasterxml.jackson.annotation.JsonSubTypes")
                    .should(new ListTheirCases())
                    .because("a case that the reader does not know cannot be read back")
                    .allowEmptyShould(true);

    static final ArchRule ENGINES_STAY_IN_THEIR_DRIVER =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..driver.docker..", "..driver.libvirt..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.github.dockerjava..", "org.libvirt..")
                    .because("the driver contract is all that the agent knows of an engine");

    static final ArchRule NAMES_SAY_WHAT_A_TYPE_IS =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameStartingWith("Abstract")
                    .because("such a name says nothing; if there are two, name the difference");

    static final ArchRule ONLY_SUPPORT_KNOWS_THE_STORE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.aiwm.support..", "dev.aiwm.standalone..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.axonframework.eventsourcing.eventstore.jdbc..",
                            "org.axonframework.axonserver..",
                            "org.axonframework.extensions.mongo..",
                            "de.bwaldvogel..",
                            "org.hsqldb..")
                    .because("which store it is, is configuration alone")
                    .allowEmptyShould(true);

    static final ArchRule TESTS_DO_NOT_SLEEP =
            noClasses()
                    .that()
                    .containAnyMethodsThat(annotatedWith("org.junit.jupiter.api.Test").forSubtype())
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(TimeUnit.class, "sleep", long.class)
                    .because("a test waits for something, never for some time")
                    .allowEmptyShould(true);

    static final ArchRule TESTS_READ_AS_SENTENCES =
            methods()
                    .that()
                    .areAnnotatedWith("org.junit.jupiter.api.Test")
                    .or()
                    .areAnnotatedWith("org.junit.jupiter.params.ParameterizedTest")
                    .should()
                    .haveNameMatching("[a-z][A-Za-z0-9]*(_[A-Za-z0-9]+)+")
                    .because("a test's name is a sentence about the product")
                    .allowEmptyShould(true);

    static final ArchRule DECISIONS_ARE_TESTED_WITHOUT_MOCKS =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.aiwm.contracts..", "dev.aiwm.command..", "dev.aiwm.query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.mockito..")
                    .because("a mock proves what it was told")
                    .allowEmptyShould(true);

    static final List<ArchRule> FOR_MAIN =
            List.of(
                    EVENT_HANDLERS_NAME_THEIR_PROCESSOR,
                    POLICIES_ARE_NOT_REPLAYED,
                    NOBODY_WAITS_FOR_EVER,
                    AGGREGATES_ARE_PURE,
                    AGGREGATES_STAY_AT_HOME,
                    EVENTS_CARRY_A_REVISION,
                    UNIONS_LIST_THEIR_CASES,
                    ENGINES_STAY_IN_THEIR_DRIVER,
                    NAMES_SAY_WHAT_A_TYPE_IS,
                    ONLY_SUPPORT_KNOWS_THE_STORE);

    static final List<ArchRule> FOR_TESTS =
            List.of(
                    TESTS_DO_NOT_SLEEP,
                    TESTS_READ_AS_SENTENCES,
                    DECISIONS_ARE_TESTED_WITHOUT_MOCKS);

    private HouseRules() {}

    static ArchRule noCyclesBetweenFeaturesOf(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static DescribedPredicate<JavaClass> handleEvents() {
        return DescribedPredicate.describe(
                "handle events",
                type -> type.getMethods().stream().anyMatch(HouseRules::isEventHandler));
    }

    private static boolean isEventHandler(JavaMethod method) {
        return method.isAnnotatedWith(EVENT_HANDLER);
    }

    private static DescribedPredicate<JavaClass> dependOn(String type) {
        return DescribedPredicate.describe(
                "depend on " + type,
                dependent ->
                        dependent.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .anyMatch(used -> used.getName().equals(type)));
    }

    private static DescribedPredicate<JavaClass> areAggregates() {
        return annotatedWith("org.axonframework.modelling.command.AggregateRoot")
                .or(annotatedWith("org.axonframework.spring.stereotype.Aggregate"))
                .<JavaClass>forSubtype()
                .as("are aggregates");
    }
}
