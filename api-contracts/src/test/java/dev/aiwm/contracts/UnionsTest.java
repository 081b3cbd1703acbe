package dev.aiwm.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;

import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.StepData;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class UnionsTest {
    static Stream<Class<?>> unions() {
        return Families.UNIONS.stream();
    }

    static Stream<Class<?>> events() {
        return Families.casesOf(Families.EVENTS);
    }

    static Stream<Class<?>> commands() {
        return Families.casesOf(Families.COMMANDS);
    }

    @ParameterizedTest
    @MethodSource("unions")
    void the_names_on_the_wire_cover_exactly_the_permitted_cases(Class<?> union) {
        var named =
                Arrays.stream(union.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::value)
                        .toList();

        assertThat(named).doesNotHaveDuplicates();
        assertThat(new HashSet<Class<?>>(named)).isEqualTo(Set.of(union.getPermittedSubclasses()));
    }

    @Test
    void an_agent_command_knows_its_name_on_the_wire() {
        for (var type : AgentCommand.class.getAnnotation(JsonSubTypes.class).value()) {
            var sample = (AgentCommand) SampleValues.of(type.value());

            assertThat(sample.type()).isEqualTo(type.name());
            assertThat(MessageType.fromController(type.name())).contains(StepData.class);
        }
    }

    @Test
    void every_record_that_an_agent_may_send_has_a_type_on_the_wire() {
        assertThat(reachable(MessageType::fromAgent))
                .isEqualTo(Set.of(AgentData.class.getPermittedSubclasses()));
    }

    @Test
    void every_record_that_a_controller_may_send_has_a_type_on_the_wire() {
        assertThat(reachable(MessageType::fromController))
                .isEqualTo(Set.of(ControllerData.class.getPermittedSubclasses()));
    }

    @Test
    void types_on_the_wire_are_a_noun_and_an_action() {
        assertThat(MessageType.all().distinct())
                .allMatch(type -> type.matches("[a-z]+(\\.[a-zA-Z]+)+"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_says_its_revision(Class<?> event) {
        assertThat(event.getAnnotation(Revision.class))
                .isNotNull()
                .extracting(Revision::value)
                .asString()
                .containsOnlyDigits();
    }

    @Test
    void no_two_events_share_their_simple_name() {
        assertThat(events().map(Class::getSimpleName).toList()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_names_the_aggregate_it_is_for(Class<?> command) {
        var targets =
                Arrays.stream(command.getDeclaredFields())
                        .filter(field -> isTarget(field.getAnnotations()))
                        .toList();

        assertThat(targets).hasSize(1);
    }

    @Test
    void every_enum_reads_what_it_does_not_know_as_its_default() {
        var enums = new TreeSet<Class<?>>((a, b) -> a.getName().compareTo(b.getName()));
        Families.all()
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(type -> collectEnums(type, enums, new HashSet<>()));

        assertThat(enums).hasSizeGreaterThan(10);
        for (var type : enums) {
            var read = ContractJson.MAPPER.readValue("\"made-up-later\"", type);
            assertThat(read).as("%s", type).hasToString("UNKNOWN");
            for (var constant : type.getEnumConstants()) {
                String json = ContractJson.MAPPER.writeValueAsString(constant);
                assertThat((Object) ContractJson.MAPPER.readValue(json, type)).isEqualTo(constant);
                assertThat(json).matches("\"[a-z0-9.-]+\"");
            }
        }
    }

    private static <T> Set<Class<?>> reachable(
            Function<String, Optional<Class<? extends T>>> lookup) {
        return MessageType.all()
                .flatMap(type -> lookup.apply(type).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isTarget(Annotation[] annotations) {
        return List.of(annotations).stream()
                .anyMatch(each -> each.annotationType() == TargetAggregateIdentifier.class);
    }

    private static void collectEnums(Class<?> type, Set<Class<?>> found, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isEnum()) {
            found.add(type);
        }
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                collectEnums(permitted, found, seen);
            }
        }
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                collectEnums(component.getType(), found, seen);
                typesIn(component.getGenericType())
                        .forEach(part -> collectEnums(part, found, seen));
            }
        }
    }

    private static Stream<Class<?>> typesIn(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).flatMap(UnionsTest::typesIn);
        }
        return type instanceof Class<?> plain ? Stream.of(plain) : Stream.empty();
    }
}
