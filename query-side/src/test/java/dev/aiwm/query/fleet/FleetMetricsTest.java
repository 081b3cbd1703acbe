package dev.aiwm.query.fleet;

import static dev.aiwm.query.Events.created;
import static dev.aiwm.query.Events.deploying;
import static dev.aiwm.query.Events.started;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.query.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

class FleetMetricsTest {
    @TempDir Path data;

    @Test
    void resources_are_counted_by_what_they_are_doing() throws Exception {
        try (var program = Program.start(data)) {
            for (int i = 0; i < 3; i++) {
                var id = ResourceId.random();
                program.happened(id, created(id, "r" + i), deploying(id));
                if (i > 0) {
                    program.happened(id, started(id));
                }
            }
            program.settled();

            assertThat(figures(program))
                    .contains(
                            "aiwm_resources{status=\"running\"} 2.0",
                            "aiwm_resources{status=\"deploying\"} 1.0",
                            "aiwm_resources{status=\"failed\"} 0.0",
                            "aiwm_executions{status=\"running\"} 0.0");
        }
    }

    private static String figures(Program program) throws IOException, InterruptedException {
        var request = program.request("/metrics", program.token(Program.ORG, "admin")).build();
        return program.http().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
