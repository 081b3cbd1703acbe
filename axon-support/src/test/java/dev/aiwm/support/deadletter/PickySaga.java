package dev.aiwm.support.deadletter;

import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;
import dev.aiwm.support.sample.CounterEvent.CounterOpened;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;

/**
 * Repeats each move of a counter on the counter "echo", as many hundreds as it has seen moves; one
 * for each counter but "echo". After it has done so it fails where {@link Moods} say so.
 */
@Saga
@ProcessingGroup("picky")
public class PickySaga {
    private List<Integer> moves;
    private transient CommandGateway commands;
    private transient Moods moods;

    @Autowired
    void with(CommandGateway gateway, Moods present) {
        this.commands = gateway;
        this.moods = present;
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "counterId")
    void on(CounterOpened event) {
        moves = new ArrayList<>();
    }

    @SagaEventHandler(associationProperty = "counterId")
    void on(CounterMoved event) {
        if (event.counterId().equals("echo")) {
            return;
        }
        moves.add(event.by());
        commands.sendAndWait(new MoveCounter("echo", 100 * moves.size() + event.by()));
        moods.failOrNot(event.by());
    }
}
