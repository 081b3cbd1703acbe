package dev.aiwm.e2e;

import dev.aiwm.testing.PostgresServer;

import org.awaitility.Awaitility;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The product in many processes, as the distributed set-up runs it: PostgreSQL, a document server,
 * the two sides, and nginx before them.
 */
final class Distributed implements AutoCloseable {
    private static final String PROOF_KEY = "e2e-proof-key-of-32-characters-or-more!";
    private static final String MASTER_KEY = "e2e-master-key-of-32-characters-or-more";
    private static final String TOKEN_KEY = "e2e-token-key-of-32-characters-or-more";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, String> shared = new HashMap<>();
    private final Product commandSide;
    private final Product querySide;
    private final Edge edge;

    private Distributed(Path folder) {
        for (String property : PostgresServer.database()) {
            int equals = property.indexOf('=');
            var name = property.substring(0, equals).toUpperCase(Locale.ROOT).replace('.', '_');
            shared.put(name, property.substring(equals + 1));
        }
        Edge.program();
        shared.put("MONGODB_URI", documents(folder));
        shared.put("JWT_SECRET", TOKEN_KEY);
        commandSide = side("command", folder, Map.of("AIWM_MASTER_KEY", MASTER_KEY), parts, shared);
        querySide =
                side(
                        "query",
                        folder,
                        Map.of("AIWM_ADMIN_PASSWORD", "", "AIWM_PROOF_KEY", PROOF_KEY),
                        parts,
                        shared);
        commandSide.awaitHealthy();
        querySide.awaitHealthy();
        edge = Edge.before(commandSide, querySide, folder.resolve("edge"));
        parts.push(edge);
    }

    static Distributed start(Path folder) {
        return new Distributed(folder);
    }

    private static Product side(
            String name,
            Path folder,
            Map<String, String> own,
            Deque<AutoCloseable> parts,
            Map<String, String> shared) {
        var environment = new HashMap<>(shared);
        environment.putAll(own);
        environment.put("AIWM_INSTANCE", name + "-1");
        String main =
                "dev.aiwm."
                        + name
                        + "."
                        + name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1)
                        + "SideMain";
        var side = Product.of(main, folder.resolve(name), environment, List.of());
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

    Product commandSide() {
        return commandSide;
    }

    Product querySide() {
        return querySide;
    }

    Edge edge() {
        return edge;
    }

    Api api() {
        return Api.login(edge.url(), Product.PASSWORD);
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
