package dev.aiwm.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that lie outside of every module. */
final class Repository {
    private Repository() {}

    static Path file(String path) {
        return root().resolve(path);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("aiwm"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
