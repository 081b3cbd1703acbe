package dev.aiwm.support.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.mongo.MongoServerMain;
import dev.aiwm.support.sample.ChildProcess;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

class DocumentsAwayTest {
    @TempDir Path folder;

    /** It would wait half a minute for each projection, and begin anew with those that it has. */
    @Test
    @Timeout(60)
    void a_process_ends_though_its_document_server_is_away() throws Exception {
        String file = folder.resolve("documents.mv").toString();
        try (var server = ChildProcess.start(MongoServerMain.class, file)) {
            String uri = server.line();
            var program =
                    CounterApplication.start(
                            new Class<?>[] {CounterProjections.class},
                            folder.resolve("data"),
                            "spring.mongodb.uri=" + uri);
            program.getBean(CommandGateway.class).sendAndWait(new OpenCounter("one", "first"));
            program.getBean(Projections.class).caughtUp(Duration.ofSeconds(20)).join();

            server.kill();
            program.close();

            assertThat(program.isActive()).isFalse();
        }
    }
}
