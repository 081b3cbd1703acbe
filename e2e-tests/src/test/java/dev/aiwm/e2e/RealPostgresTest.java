package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The PostgreSQL example of the founding documents, word for word, on a real engine: its image
 * comes from a registry, its data lies in /data/postgres and outlives it, and it answers at 5432.
 */
class RealPostgresTest {
    private static final Path DATA = Path.of("/data/postgres");
    private static final String DATABASE = "postgresql://admin:secret@127.0.0.1:5432/myapp";

    @TempDir private Path folder;

    @Test
    void the_example_runs_verbatim_and_its_data_outlives_it() throws IOException {
        Docker.require(PostgresImage.programs() != null, "PostgreSQL");
        Docker.require(Files.notExists(DATA), "that nobody has data in " + DATA);
        boolean bare = Files.notExists(DATA.getParent());
        var environment = Map.of("AIWM_NODE", "docker", "AIWM_LOCALNODE_ID", Examples.NODE_ID);
        try (var engine = new PrivateDocker(Files.createTempDirectory("engine"))) {
            PostgresImage.make(engine.docker(), "aiwm-e2e/postgres:1", folder);
            engine.publish("aiwm-e2e/postgres:1", "postgres:16-alpine");
            var with = new HashMap<>(environment);
            with.put("DOCKER_SOCKET", engine.socket());
            try (var product = Product.start(folder.resolve("data"), with, List.of())) {
                useAndUseAgain(product.api(), engine.docker());
            }
        } finally {
            var unused = Docker.run(List.of("rm", "-rf", DATA.toString()));
            if (bare) {
                Files.deleteIfExists(DATA.getParent());
            }
        }
    }

    private static void useAndUseAgain(Api api, Docker docker) {
        api.awaitField("/api/nodes/" + Examples.NODE_ID, "/status", "online");
        var first = create(api);
        assertThat(docker.tell("ps", "--format", "{{.Image}} {{.Ports}}"))
                .startsWith("postgres:16-alpine ")
                .contains("5432->5432/tcp");
        assertThat(sql("CREATE TABLE kept (word text)")).isEqualTo("CREATE TABLE");
        assertThat(sql("INSERT INTO kept VALUES ('still here')")).isEqualTo("INSERT 0 1");
        remove(api, first);
        assertThat(docker.tell("ps", "-aq")).isEmpty();

        var second = create(api);
        assertThat(sql("SELECT word FROM kept")).isEqualTo("still here");
        remove(api, second);
        assertThat(docker.tell("ps", "-aq")).isEmpty();
    }

    private static String create(Api api) {
        var headers = Map.of("Prefer", "wait=60");
        var created = api.post("/api/resources", Examples.POSTGRES, headers).expect(201);
        var id = created.at("/_id");
        var running = api.awaitStatus(id, "running");
        assertThat(running.at("/runtime/endpoint")).endsWith(":5432");
        assertThat(running.at("/config/environment/POSTGRES_PASSWORD")).isEqualTo("***");
        Awaitility.await("PostgreSQL answers")
                .atMost(Duration.ofSeconds(60))
                .until(() -> psql("SELECT 1").status() == 0);
        return id;
    }

    private static void remove(Api api, String id) {
        api.delete("/api/resources/" + id).expect(202);
        api.awaitStatus(id, "deleted");
        api.awaitHolders(Examples.NODE_ID, 0);
    }

    private static String sql(String statement) {
        var result = psql(statement);
        assertThat(result.status()).as(result.text()).isZero();
        return result.text().strip();
    }

    private static Docker.Result psql(String statement) {
        String psql = PostgresImage.programs().resolve("psql").toString();
        return Docker.run(List.of(psql, "-XAt", "-d", DATABASE, "-c", statement));
    }
}
