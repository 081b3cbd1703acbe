package dev.aiwm.support.mongo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The in-process server as a process of its own, for trying out two sides on one machine without
 * MongoDB. Arguments: the file, and optionally a port. Its address is printed once it can be
 * connected to; a signal ends it with all documents written.
 */
public final class MongoServerMain {
    private static final int WRONG_ARGUMENTS = 2;
    private static final int LARGEST_PORT = 65_535;

    private MongoServerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 1 ? port(arguments[1]) : 0;
        if (arguments.length < 1 || arguments.length > 2 || port < 0) {
            System.err.println("arguments: the file of the documents, and a port (0: any)");
            System.exit(WRONG_ARGUMENTS);
        }
        var server = MongoServerInProcess.on(Path.of(arguments[0]), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "document-server-stop"));
        System.out.println(server.uri());
        new CountDownLatch(1).await();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port <= LARGEST_PORT ? port : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
