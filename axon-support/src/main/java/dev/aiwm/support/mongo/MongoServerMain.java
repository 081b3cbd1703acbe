package dev.aiwm.support.mongo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The in-process server as a process of its own, for trying out two sides on one machine without
 * MongoDB. Arguments: the file, and optionally a port; prints the address.
 */
public final class MongoServerMain {
    private MongoServerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        var server = MongoServerInProcess.on(Path.of(arguments[0]), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "document-server-stop"));
        System.out.println(server.uri());
        new CountDownLatch(1).await();
    }
}
