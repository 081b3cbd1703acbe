package dev.aiwm.cli.config;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Trouble;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file that keeps contexts, readable by its owner alone because it has tokens in it. JSON,
 * which the program has to read anyway.
 */
public final class Config {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path file;
    private final ObjectNode content;

    private Config(Path file, ObjectNode content) {
        this.file = file;
        this.content = content;
    }

    /** Of the file that the environment names; a file that is not there is empty. */
    public static Config read(Map<String, String> environment) {
        var file = fileOf(environment);
        if (!Files.exists(file)) {
            return new Config(file, Json.object());
        }
        try {
            if (Json.MAPPER.readTree(Files.readString(file)) instanceof ObjectNode content) {
                return new Config(file, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            // said below
        }
        throw Trouble.usage(
                file + " is not a JSON object", "move it away, then log in again with: aiwm login");
    }

    static Path fileOf(Map<String, String> environment) {
        var named = environment.get("AIWM_CONFIG");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        var folder = environment.get("XDG_CONFIG_HOME");
        return folder == null || folder.isBlank()
                ? Path.of(home(environment), ".config", "aiwm", "config.json")
                : Path.of(folder, "aiwm", "config.json");
    }

    /** As shells have it; the JVM itself looks at the users of the system alone. */
    private static String home(Map<String, String> environment) {
        var named = environment.get("HOME");
        return named == null || named.isBlank() ? System.getProperty("user.home") : named;
    }

    public Path file() {
        return file;
    }

    /** The name of the context in use, or null. */
    public String current() {
        return content.path("current").asString(null);
    }

    public Optional<Context> context(String name) {
        return contexts().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public List<Context> contexts() {
        var contexts = new ArrayList<Context>();
        content.path("contexts")
                .properties()
                .forEach(e -> contexts.add(of(e.getKey(), e.getValue())));
        return contexts;
    }

    private static Context of(String name, JsonNode value) {
        return new Context(
                name,
                value.path("server").asString(""),
                value.path("user").asString(null),
                value.path("token").asString(null));
    }

    public void put(Context context) {
        var entry = content.withObjectProperty("contexts").putObject(context.name());
        entry.put("server", context.server());
        if (context.user() != null) {
            entry.put("user", context.user());
        }
        if (context.token() != null) {
            entry.put("token", context.token());
        }
    }

    public void remove(String name) {
        content.withObjectProperty("contexts").remove(name);
        if (name.equals(current())) {
            content.remove("current");
        }
    }

    public void use(String name) {
        content.put("current", name);
    }

    /** All at once: whoever reads meanwhile sees the file before or after. */
    public void write() {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, OWNERS_FOLDER);
            }
            var fresh = Files.createTempFile(folder, "config", ".new", OWNER_ONLY);
            Files.writeString(fresh, content.toPrettyString() + "\n");
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
