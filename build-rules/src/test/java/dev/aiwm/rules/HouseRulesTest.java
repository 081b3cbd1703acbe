package dev.aiwm.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/** Each rule is held against code that breaks it: a rule that never fails protects nothing. */
class HouseRulesTest {
    private static final JavaClasses PLANTED =
            new ClassFileImporter()
                    .importPackages(
                            "dev.aiwm.rules.planted",
                            "dev.aiwm.contracts.planted.event",
                            "dev.aiwm.command.planted",
                            "com.github.dockerjava.planted",
                            "org.mockito.planted",
                            "de.bwaldvogel.planted");

    /** What the message of each rule must name. */
    private static final Map<String, String> CULPRITS = new LinkedHashMap<>();

    static {
        CULPRITS.put("EVENT_HANDLERS_NAME_THEIR_PROCESSOR", "PolicyWithoutGroup");
        CULPRITS.put("POLICIES_ARE_NOT_REPLAYED", "PolicyWithoutGroup");
        CULPRITS.put("NOBODY_WAITS_FOR_EVER", "PolicyWithoutGroup");
        CULPRITS.put("AGGREGATES_ARE_PURE", "ImpureAggregate");
        CULPRITS.put("AGGREGATES_STAY_AT_HOME", "Outsider");
        CULPRITS.put("EVENTS_CARRY_A_REVISION", "Unversioned");
        CULPRITS.put("UNIONS_LIST_THEIR_CASES", "LeakyUnion");
        CULPRITS.put("ENGINES_STAY_IN_THEIR_DRIVER", "StoreAndEngineKnower");
        CULPRITS.put("NAMES_SAY_WHAT_A_TYPE_IS", "EverythingManager");
        CULPRITS.put("ONLY_SUPPORT_KNOWS_THE_STORE", "StoreAndEngineKnower");
        CULPRITS.put("TESTS_DO_NOT_SLEEP", "sleepy");
        CULPRITS.put("TESTS_READ_AS_SENTENCES", "testOne");
        CULPRITS.put("DECISIONS_ARE_TESTED_WITHOUT_MOCKS", "MockedDecision");
    }

    @Test
    void every_rule_catches_what_was_planted_against_it() throws ReflectiveOperationException {
        for (var rule : rules().entrySet()) {
            assertThat(CULPRITS).as("a planted violation of").containsKey(rule.getKey());
            assertThatThrownBy(() -> rule.getValue().check(PLANTED))
                    .as(rule.getKey())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(CULPRITS.get(rule.getKey()));
        }
    }

    @Test
    void every_rule_is_applied() throws ReflectiveOperationException {
        assertThat(rules().values())
                .allMatch(
                        rule ->
                                HouseRules.FOR_MAIN.contains(rule)
                                        || HouseRules.FOR_TESTS.contains(rule));
    }

    @Test
    void a_cycle_between_features_is_found() {
        ArchRule rule = HouseRules.noCyclesBetweenFeaturesOf("dev.aiwm.rules.planted.cycle");

        assertThatThrownBy(() -> rule.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }

    @Test
    void a_package_that_is_not_on_the_list_is_found() {
        Architecture planted = Architecture.of(HouseRulesTest.class);

        assertThatThrownBy(() -> planted.dependsOnlyOn("com.tngtech.archunit.."))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("com.fasterxml.jackson.annotation.JsonSubTypes");
    }

    @Test
    void an_entry_of_the_list_that_nothing_uses_is_found() {
        Architecture planted = Architecture.of(HouseRulesTest.class);

        assertThatThrownBy(
                        () ->
                                planted.dependsOnlyOn(
                                        "com.tngtech.archunit..",
                                        "com.fasterxml.jackson.annotation..",
                                        "org.missspelt.."))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.missspelt..");
    }

    @Test
    void the_rules_keep_their_own_list() {
        Architecture.of(HouseRulesTest.class)
                .dependsOnlyOn("com.tngtech.archunit..", "com.fasterxml.jackson.annotation..");
    }

    private static Map<String, ArchRule> rules() throws ReflectiveOperationException {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        for (var field : HouseRules.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ArchRule.class) {
                rules.put(field.getName(), (ArchRule) field.get(null));
            }
        }
        assertThat(rules.keySet()).containsExactlyInAnyOrderElementsOf(CULPRITS.keySet());
        return rules;
    }
}
