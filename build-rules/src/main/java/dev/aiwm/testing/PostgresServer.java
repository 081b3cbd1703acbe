package dev.aiwm.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this machine's package, once per JVM, in a temporary folder and on a random port.
 * Without the package tests are skipped, or fail when {@code AIWM_REQUIRE} names {@code postgres}.
 */
public final class PostgresServer {
    private static final String USER = "postgres";
    private static final String HOST = "127.0.0.1";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgresServer shared;

    private final int port;

    private PostgresServer(Path programs) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("aiwm-postgres");
        this.port = freePort();
        if (isRoot()) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(USER));
        }
        Path data = folder.resolve("data");
        Process initialization =
                start(
                        programs.resolve("initdb"),
                        "-D",
                        data.toString(),
                        "-U",
                        USER,
                        "-A",
                        "trust",
                        "-N");
        initialization.inputReader().lines().forEach(line -> {});
        initialization.waitFor();
        Process server =
                start(
                        programs.resolve("postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=" + HOST,
                        "-c",
                        "unix_socket_directories=" + folder,
                        "-c",
                        "fsync=off");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        awaitReady(server.inputReader());
    }

    /** Properties of a program on an empty database of its own. */
    public static synchronized String[] database() {
        Path programs = Required.orSkip("postgres", programs());
        try {
            if (shared == null) {
                shared = new PostgresServer(programs);
            }
            return shared.newDatabase();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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

    private String[] newDatabase() throws SQLException {
        String name = "aiwm" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(USER), USER, "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new String[] {
            "aiwm.store=jdbc", "aiwm.jdbc.url=" + url(name), "aiwm.jdbc.username=" + USER
        };
    }

    private String url(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** Reads what it says until it is ready, and beside us ever after, so that it can go on. */
    private static void awaitReady(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.contains("ready to accept connections")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("PostgreSQL does not start");
        }
        var drain = new Thread(() -> drain(output), "postgres-output");
        drain.setDaemon(true);
        drain.start();
    }

    private static void drain(BufferedReader output) {
        try {
            output.lines().forEach(line -> {});
        } catch (UncheckedIOException e) {
            // the server has ended
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Process start(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups"));
        }
        command.add(program.toString());
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void stop(Process server, Path folder) {
        try {
            server.destroy();
            if (!server.waitFor(5, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
            new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
        } catch (IOException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
