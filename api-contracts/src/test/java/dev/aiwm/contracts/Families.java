package dev.aiwm.contracts;

import dev.aiwm.contracts.bulk.command.BulkCommand;
import dev.aiwm.contracts.bulk.event.BulkEvent;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.deadletter.command.DeadLetterCommand;
import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;
import dev.aiwm.contracts.execution.command.ExecutionCommand;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.node.command.NodeCommand;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.AgentData;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.resource.command.ResourceCommand;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.schedule.aim.Target;
import dev.aiwm.contracts.schedule.command.ScheduleCommand;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.schedule.timing.Timing;
import dev.aiwm.contracts.user.command.UserCommand;
import dev.aiwm.contracts.user.event.UserEvent;

import java.util.List;
import java.util.stream.Stream;

/** The closed families of what crosses a process boundary. */
final class Families {
    static final List<Class<?>> EVENTS =
            List.of(
                    ResourceEvent.class,
                    NodeEvent.class,
                    ExecutionEvent.class,
                    BulkEvent.class,
                    ScheduleEvent.class,
                    UserEvent.class,
                    DeadLetterEvent.class);
    static final List<Class<?>> COMMANDS =
            List.of(
                    ResourceCommand.class,
                    NodeCommand.class,
                    ExecutionCommand.class,
                    BulkCommand.class,
                    ScheduleCommand.class,
                    UserCommand.class,
                    DeadLetterCommand.class);
    static final List<Class<?>> PROTOCOL = List.of(AgentData.class, ControllerData.class);
    static final List<Class<?>> UNIONS =
            List.of(
                    AgentCommand.class,
                    ResourceConfig.class,
                    ResourceTask.class,
                    Timing.class,
                    Target.class);

    private Families() {}

    static Stream<Class<?>> all() {
        return Stream.of(EVENTS, COMMANDS, PROTOCOL, UNIONS).flatMap(List::stream);
    }

    static Stream<Class<?>> casesOf(List<Class<?>> families) {
        return families.stream().flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }
}
