package dev.aiwm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An image of the PostgreSQL that this machine has installed, which begins like the official one:
 * as root it takes over its data folder, becomes another user, and makes the database that its
 * environment names when there is none yet.
 */
final class PostgresImage {
    private static final String ENTRYPOINT =
            """
            #!/bin/sh
            set -e
            if [ "$(id -u)" = 0 ]; then
                chown -R postgres:postgres "$PGDATA"
                chmod 700 "$PGDATA"
                exec su -s /bin/sh postgres -c 'exec /entrypoint'
            fi
            if [ ! -s "$PGDATA/PG_VERSION" ]; then
                echo "$POSTGRES_PASSWORD" > /tmp/password
                initdb -D "$PGDATA" -U "$POSTGRES_USER" --pwfile=/tmp/password --auth=scram-sha-256 \\
                    -E UTF8 --locale=C > /dev/null
                rm /tmp/password
                echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
                echo "CREATE DATABASE $POSTGRES_DB" | postgres --single -D "$PGDATA" postgres > /dev/null
            fi
            exec postgres -D "$PGDATA" -c listen_addresses=* -c unix_socket_directories=/tmp
            """;

    /** With the root of the image and the version: the programs, and what they stand on. */
    private static final String PACK =
            """
            set -e
            root=$1 home=/usr/lib/postgresql/$2
            chmod 755 "$root/entrypoint"
            chmod 1777 "$root/tmp"
            keep() { mkdir -p "$root$(dirname "$1")"; cp -rL "$1" "$root$1"; }
            for program in "$home/bin/postgres" "$home/bin/initdb"; do
                keep "$program"
                ldd "$program" | grep -o '/[^ ]*' | while read -r library; do keep "$library"; done
            done
            keep "$home/lib/plpgsql.so"
            keep "$home/lib/dict_snowball.so"
            keep "/usr/share/postgresql/$2"
            keep /usr/share/zoneinfo/UTC
            keep /usr/share/zoneinfo/GMT
            tar -C "$root" -cf "$root.tar" .
            """;

    private PostgresImage() {}

    /** Where the programs are, of the newest version that is installed. */
    static Path programs() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo)
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    static void make(Docker docker, String image, Path scratch) {
        var root = scratch.resolve("postgres-image");
        try {
            furnish(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var packed = Docker.run(List.of("sh", "-c", PACK, "sh", root.toString(), version()));
        if (packed.status() != 0) {
            throw new AssertionError(packed.text());
        }
        var unused =
                docker.tell(
                        "import",
                        "-c",
                        "ENV PATH=/bin:" + programs(),
                        "-c",
                        "ENV PGDATA=/var/lib/postgresql/data",
                        "-c",
                        "ENV TZ=UTC",
                        "-c",
                        "ENTRYPOINT [\"/entrypoint\"]",
                        root + ".tar",
                        image);
    }

    private static void furnish(Path root) throws IOException {
        var bin = Files.createDirectories(root.resolve("bin"));
        Files.copy(Path.of("/bin/busybox"), bin.resolve("busybox"));
        for (var name : List.of("sh", "su", "id", "chown", "chmod", "rm", "echo")) {
            Files.createSymbolicLink(bin.resolve(name), Path.of("busybox"));
        }
        for (var folder : List.of("tmp", "etc", "var/lib/postgresql/data")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(
                root.resolve("etc/passwd"),
                "root:x:0:0::/:/bin/sh\npostgres:x:70:70::/var/lib/postgresql:/bin/sh\n");
        Files.writeString(root.resolve("etc/group"), "root:x:0:\npostgres:x:70:\n");
        Files.writeString(root.resolve("entrypoint"), ENTRYPOINT);
    }

    private static String version() {
        return programs().getParent().getFileName().toString();
    }
}
