package dev.aiwm.e2e;

import java.nio.file.Path;
import java.util.Map;

/**
 * The product in many processes, as the distributed set-up runs it: PostgreSQL, a document server,
 * the two sides, and nginx before them.
 */
final class Distributed implements AutoCloseable {
    private final Sides sides;
    private final Edge edge;

    private Distributed(Path folder) {
        Edge.program();
        sides = Sides.start(folder, 1, Map.of());
        edge = Edge.before(commandSide(), querySide(), folder.resolve("edge"));
    }

    static Distributed start(Path folder) {
        return new Distributed(folder);
    }

    Product commandSide() {
        return sides.commandSides().get(0);
    }

    Product querySide() {
        return sides.querySides().get(0);
    }

    Edge edge() {
        return edge;
    }

    Api api() {
        return Api.login(edge.url(), Product.PASSWORD);
    }

    @Override
    public void close() {
        edge.close();
        sides.close();
    }
}
