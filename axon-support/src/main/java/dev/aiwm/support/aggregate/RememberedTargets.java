package dev.aiwm.support.aggregate;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * Which aggregate a command is for. Commands are records, and which of their components says it is
 * found out once; Axon's own resolver looks at every method of every command that is sent.
 */
final class RememberedTargets implements CommandTargetResolver {
    private final ClassValue<Method> targets =
            new ClassValue<>() {
                @Override
                protected Method computeValue(Class<?> command) {
                    return targetOf(command);
                }
            };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        Object command = message.getPayload();
        try {
            Object target = targets.get(command.getClass()).invoke(command);
            return new VersionedAggregateIdentifier(target, null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("it cannot be found out whom this is for", e);
        }
    }

    private static Method targetOf(Class<?> command) {
        if (!command.isRecord()) {
            throw new IllegalArgumentException(command + " is not a record");
        }
        var target =
                Arrays.stream(command.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .filter(RememberedTargets::saysWhom)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException(command + " is for nobody"));
        target.setAccessible(true);
        return target;
    }

    private static boolean saysWhom(Method accessor) {
        return AnnotationUtils.isAnnotationPresent(accessor, TargetAggregateIdentifier.class);
    }
}
