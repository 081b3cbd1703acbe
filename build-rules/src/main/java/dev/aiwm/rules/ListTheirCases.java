package dev.aiwm.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A closed union names each of its cases for the reader, and no other. */
final class ListTheirCases extends ArchCondition<JavaClass> {
    ListTheirCases() {
        super("be sealed and list all their permitted cases in @JsonSubTypes");
    }

    @Override
    public void check(JavaClass union, ConditionEvents events) {
        Class<?> type = union.reflect();
        Set<Class<?>> listed =
                Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::value)
                        .collect(Collectors.toSet());
        boolean complete = type.isSealed() && listed.equals(Set.of(type.getPermittedSubclasses()));
        events.add(
                new SimpleConditionEvent(
                        union, complete, type.getName() + " lists " + listed + " as its cases"));
    }
}
