package dev.aiwm.support.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class RememberedTargetsTest {
    private final RememberedTargets targets = new RememberedTargets();

    private record ForNobody(String counterId) {}

    @Test
    void a_command_is_for_whom_its_annotated_component_names() {
        for (Object command : new Object[] {new OpenCounter("a", "b"), new MoveCounter("c", 3)}) {
            var message = GenericCommandMessage.asCommandMessage(command);
            var axons = AnnotationCommandTargetResolver.builder().build();
            assertThat(targets.resolveTarget(message)).isEqualTo(axons.resolveTarget(message));
            assertThat(targets.resolveTarget(message)).isEqualTo(axons.resolveTarget(message));
        }
    }

    @Test
    void aggregates_are_found_by_it(@TempDir Path data) {
        try (var program = CounterApplication.start(data)) {
            var axon = program.getBean(Configuration.class);
            assertThat(axon.getComponent(CommandTargetResolver.class))
                    .isInstanceOf(RememberedTargets.class);
        }
    }

    @Test
    void a_command_that_names_nobody_is_refused() {
        var message = GenericCommandMessage.asCommandMessage(new ForNobody("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> targets.resolveTarget(message))
                .withMessageContaining("ForNobody");
    }

    @Test
    void what_is_no_record_is_refused() {
        var message = GenericCommandMessage.asCommandMessage("go");
        assertThatIllegalArgumentException().isThrownBy(() -> targets.resolveTarget(message));
    }
}
