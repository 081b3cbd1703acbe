package dev.aiwm.command.testing;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Keeps what it is sent and answers as it is told. */
public final class RecordingCommands implements CommandGateway {
    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final List<CommandMessage<?>> messages = new CopyOnWriteArrayList<>();
    private volatile Function<Object, Object> answer = command -> null;

    /** What to answer; what it throws is what the sender gets. */
    public void answering(Function<Object, Object> newAnswer) {
        answer = newAnswer;
    }

    public List<Object> all() {
        return messages.stream().<Object>map(CommandMessage::getPayload).toList();
    }

    public <T> List<T> all(Class<T> type) {
        return all().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<CommandMessage<?>> messages() {
        return messages;
    }

    /** The next command of a type; earlier ones of other types are passed over. */
    public <T> T next(Class<T> type) {
        try {
            for (Object command = arrived.poll(10, TimeUnit.SECONDS);
                    command != null;
                    command = arrived.poll(10, TimeUnit.SECONDS)) {
                if (type.isInstance(command)) {
                    return type.cast(command);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no " + type.getSimpleName() + " came, only " + all());
    }

    @Override
    public <R> CompletableFuture<R> send(Object command) {
        CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command);
        var result = new CompletableFuture<R>();
        try {
            @SuppressWarnings("unchecked")
            R answered = (R) answer.apply(message.getPayload());
            result.complete(answered);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
        messages.add(message);
        arrived.add(message.getPayload());
        return result;
    }

    @Override
    public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
        CommandMessage<C> message = GenericCommandMessage.asCommandMessage(command);
        CompletableFuture<R> sent = send(message);
        callback.onResult(message, new GenericCommandResultMessage<R>(sent.join()));
    }

    @Override
    public <R> R sendAndWait(Object command) {
        CompletableFuture<R> sent = send(command);
        try {
            return sent.join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CommandExecutionException("failed", e.getCause());
        }
    }

    @Override
    public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
        return sendAndWait(command);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException("no interceptors here");
    }
}
