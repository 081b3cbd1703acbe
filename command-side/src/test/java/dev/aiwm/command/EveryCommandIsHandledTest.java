package dev.aiwm.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.bulk.command.BulkCommand;
import dev.aiwm.contracts.deadletter.command.DeadLetterCommand;
import dev.aiwm.contracts.execution.command.ExecutionCommand;
import dev.aiwm.contracts.node.command.NodeCommand;
import dev.aiwm.contracts.resource.command.ResourceCommand;
import dev.aiwm.contracts.schedule.command.ScheduleCommand;
import dev.aiwm.contracts.user.command.UserCommand;

import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class EveryCommandIsHandledTest {

    @ParameterizedTest
    @CsvSource({
        "resource.Resource",
        "node.Node",
        "execution.Execution",
        "bulk.Bulk",
        "schedule.Schedule",
        "user.User",
        "deadletter.DeadLetterDecisions"
    })
    void every_command_of_a_family_is_handled_where_it_belongs(String name) throws Exception {
        Class<?> decider = Class.forName("dev.aiwm.command." + name);
        assertThat(handledBy(decider)).isEqualTo(familyOf(name));
    }

    private static Set<Class<?>> handledBy(Class<?> decider) {
        return Stream.of(decider, decider.getSuperclass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .map(method -> method.getParameterTypes()[0])
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> familyOf(String name) {
        Class<?> family =
                switch (name) {
                    case "resource.Resource" -> ResourceCommand.class;
                    case "node.Node" -> NodeCommand.class;
                    case "execution.Execution" -> ExecutionCommand.class;
                    case "bulk.Bulk" -> BulkCommand.class;
                    case "schedule.Schedule" -> ScheduleCommand.class;
                    case "user.User" -> UserCommand.class;
                    default -> DeadLetterCommand.class;
                };
        return Set.of(family.getPermittedSubclasses());
    }
}
