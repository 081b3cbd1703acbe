package dev.aiwm.support.store;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;

import org.axonframework.commandhandling.gateway.CommandGateway;

import java.nio.file.Path;

/** Sends commands from several threads and prints what was acknowledged, until it is killed. */
final class CommandSender {
    static final int THREADS = 4;

    private CommandSender() {}

    public static void main(String[] arguments) {
        var program = CounterApplication.start(Path.of(arguments[0]));
        var commands = program.getBean(CommandGateway.class);
        for (int thread = 0; thread < THREADS; thread++) {
            String counter = arguments[1] + "-" + thread;
            new Thread(() -> send(commands, counter)).start();
        }
    }

    private static void send(CommandGateway commands, String counter) {
        commands.sendAndWait(new OpenCounter(counter, ""));
        while (true) {
            int value = commands.sendAndWait(new MoveCounter(counter, 1));
            System.out.println(counter + " " + value);
        }
    }
}
