package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of this machine's package with its default settings: every commit is flushed. */
final class Postgres implements AutoCloseable {
    static final String USER = "postgres";
    private static final String HOST = "127.0.0.1";
    private static final int PATIENCE_SECONDS = 60;

    private final Path programs;
    private final Path folder;
    private final int port;
    private ChildProcess server;
    private int databases;

    private Postgres(Path programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.port = Product.freePort();
    }

    static boolean isInstalled() {
        return programs().isPresent();
    }

    private static Optional<Path> programs() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Postgres start(Path folder) throws IOException, InterruptedException {
        var made = new Postgres(programs().orElseThrow(), folder);
        Files.createDirectories(folder);
        if (isRoot()) {
            var users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(folder, users.lookupPrincipalByName(USER));
        }
        made.execute(
                made.programs.resolve("initdb").toString(),
                "-D",
                made.data(),
                "-U",
                USER,
                "-A",
                "trust",
                "-N");
        made.launch();
        return made;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts the server on what is there, and waits until it takes connections. */
    void launch() throws IOException, InterruptedException {
        var command = asOwner();
        command.addAll(
                List.of(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=" + HOST,
                        "-c",
                        "max_connections=200",
                        "-c",
                        "unix_socket_directories=" + folder));
        server = ChildProcess.start(command, Map.of(), log());
        awaitConnections();
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private void awaitConnections() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (var connection = DriverManager.getConnection(url(USER), USER, "")) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL: " + server.output(), e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** As a power cut would end it, with all its processes. */
    void kill() throws IOException, InterruptedException {
        execute(programs.resolve("pg_ctl").toString(), "-D", data(), "-m", "immediate", "stop");
    }

    /** The JDBC address of an empty database. */
    String newDatabase() {
        databases++;
        String name = "benchmark" + databases;
        try (var connection = DriverManager.getConnection(url(USER), USER, "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /**
     * Runs pgbench and gives its latencies.
     *
     * @param script a pgbench script; its whole run is one latency
     */
    Latencies pgbench(String databaseUrl, String script, int clients, int each)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("pgbench");
        try {
            Path file = Files.writeString(work.resolve("script.sql"), script);
            var command =
                    List.of(
                            programs.resolve("pgbench").toString(),
                            "-h",
                            HOST,
                            "-p",
                            Integer.toString(port),
                            "-U",
                            USER,
                            "-n",
                            "-M",
                            "prepared",
                            "-c",
                            Integer.toString(clients),
                            "-t",
                            Integer.toString(each),
                            "-l",
                            "--log-prefix=" + work.resolve("log"),
                            "-f",
                            file.toString(),
                            databaseUrl.substring(databaseUrl.lastIndexOf('/') + 1));
            check(new ProcessBuilder(command), work.resolve("output"));
            return latenciesIn(work);
        } finally {
            Run.delete(work);
        }
    }

    private static Latencies latenciesIn(Path work) throws IOException {
        var latencies = new Latencies();
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.filter(it -> it.toString().contains("log.")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    latencies.add(
                            TimeUnit.MICROSECONDS.toNanos(Long.parseLong(line.split(" ")[2])));
                }
            }
        }
        return latencies;
    }

    private static List<String> asOwner() {
        return isRoot()
                ? new ArrayList<>(
                        List.of("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups"))
                : new ArrayList<>();
    }

    private void execute(String... program) throws IOException, InterruptedException {
        var command = asOwner();
        command.addAll(Arrays.asList(program));
        check(new ProcessBuilder(command), log());
    }

    private static void check(ProcessBuilder builder, Path output)
            throws IOException, InterruptedException {
        var appended = ProcessBuilder.Redirect.appendTo(output.toFile());
        var process = builder.redirectErrorStream(true).redirectOutput(appended).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    builder.command().get(0)
                            + ": "
                            + Files.readString(output, StandardCharsets.UTF_8));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (server.isAlive()) {
            kill();
        }
        server.close();
    }
}
