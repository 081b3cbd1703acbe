package dev.aiwm.support.sample;

import dev.aiwm.support.messaging.Rejections;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;
import dev.aiwm.support.sample.CounterEvent.CounterOpened;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

/** Moves the counter "mirror" as the counter "left" moves, and remembers how often. */
@Saga
public class MirrorSaga {
    private int moves;
    private int rejected;
    private transient CommandGateway commands;

    @Autowired
    void setCommands(CommandGateway commands) {
        this.commands = commands;
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "counterId")
    void on(CounterOpened event) {
        moves = 0;
    }

    @SagaEventHandler(associationProperty = "counterId")
    void on(CounterMoved event) {
        if (!event.counterId().equals("left")) {
            return;
        }
        moves++;
        try {
            commands.sendAndWait(new MoveCounter("mirror", event.by()));
        } catch (RuntimeException e) {
            if (Rejections.in(e).isEmpty()) {
                throw e;
            }
            rejected++;
        }
        commands.sendAndWait(new MoveCounter("tally", 100 * moves + rejected));
    }
}
