package dev.aiwm.e2e;

import dev.aiwm.testing.PostgresServer;

import org.awaitility.Awaitility;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two sides on one PostgreSQL and one document server, each in as many processes as is asked
 * for.
 */
final class Sides implements AutoCloseable {
    private static final String PROOF_KEY = "e2e-proof-key-of-32-characters-or-more!";
    private static final String MASTER_KEY = "e2e-master-key-of-32-characters-or-more";
    private static final String TOKEN_KEY = "e2e-token-key-of-32-characters-or-more";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, String> shared = new HashMap<>();
    private final List<Product> commandSides = new ArrayList<>();
    private final List<Product> querySides = new ArrayList<>();

    private Sides(Path folder, int replicas, Map<String, String> environment) {
        shared.putAll(environment);
        for (String property : PostgresServer.database()) {
            int equals = property.indexOf('=');
            var name = property.substring(0, equals).toUpperCase(Locale.ROOT).replace('.', '_');
            shared.put(name, property.substring(equals + 1));
        }
        shared.put("MONGODB_URI", documents(folder));
        shared.put("JWT_SECRET", TOKEN_KEY);
        var ofQuerySide = Map.of("AIWM_ADMIN_PASSWORD", "", "AIWM_PROOF_KEY", PROOF_KEY);
        for (int i = 1; i <= replicas; i++) {
            commandSides.add(side("command", i, folder, Map.of("AIWM_MASTER_KEY", MASTER_KEY)));
            querySides.add(side("query", i, folder, ofQuerySide));
        }
        processes().forEach(Product::awaitHealthy);
    }

    static Sides start(Path folder, int replicas, Map<String, String> environment) {
        return new Sides(folder, replicas, environment);
    }

    private Product side(String name, int number, Path folder, Map<String, String> own) {
        var environment = new HashMap<>(shared);
        environment.putAll(own);
        environment.put("AIWM_INSTANCE", name + "-" + number);
        String main =
                "dev.aiwm."
                        + name
                        + "."
                        + name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1)
                        + "SideMain";
        var side = Product.of(main, folder.resolve(name + "-" + number), environment, List.of());
        parts.push(side);
        side.launch();
        return side;
    }

    /** The server that stands in for MongoDB; answers its address, which is all that it prints. */
    private String documents(Path folder) {
        var program =
                new JavaProgram(
                        "128m",
                        "dev.aiwm.support.mongo.MongoServerMain",
                        List.of(folder.resolve("documents/documents.mv").toString()),
                        Map.of(),
                        folder.resolve("documents.log"));
        parts.push(program);
        program.launch();
        return Awaitility.await("the document server says where it listens")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            program.requireAlive();
                            return program.output()
                                    .lines()
                                    .filter(line -> line.startsWith("mongodb://"))
                                    .findFirst();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    List<Product> commandSides() {
        return commandSides;
    }

    List<Product> querySides() {
        return querySides;
    }

    List<Product> processes() {
        return Stream.of(commandSides, querySides).flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        parts.forEach(
                part -> {
                    try {
                        part.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
