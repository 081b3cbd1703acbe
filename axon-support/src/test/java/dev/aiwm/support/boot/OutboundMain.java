package dev.aiwm.support.boot;

import dev.aiwm.support.sample.CounterApplication;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that runs for as long as the update checker would need, or one that does call out. */
final class OutboundMain {
    private static final int SECONDS = 3;

    private OutboundMain() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 1) {
            callOut(arguments[1]);
            return;
        }
        try (var program = CounterApplication.start(Path.of(arguments[0]))) {
            System.out.println(program.getBeanNamesForType(Object.class).length);
            new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void callOut(String address) {
        try {
            URI.create(address).toURL().openStream().close();
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }
}
