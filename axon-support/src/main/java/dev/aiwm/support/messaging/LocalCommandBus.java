package dev.aiwm.support.messaging;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;

/**
 * Handles commands on the thread that sends them. What fails only when the unit of work commits, an
 * id that is taken, is turned into a rejection here, since no handler interceptor sees it.
 */
final class LocalCommandBus extends SimpleCommandBus {

    LocalCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        super.<C, R>handle(
                command, handler, (message, result) -> callback.onResult(message, seen(result)));
    }

    private static <R> CommandResultMessage<R> seen(CommandResultMessage<? extends R> result) {
        if (result.isExceptional()) {
            Throwable failure = result.exceptionResult();
            Throwable translated = Rejections.translate(failure);
            if (translated != failure) {
                return GenericCommandResultMessage.asCommandResultMessage(translated);
            }
        }
        @SuppressWarnings("unchecked")
        var same = (CommandResultMessage<R>) result;
        return same;
    }
}
