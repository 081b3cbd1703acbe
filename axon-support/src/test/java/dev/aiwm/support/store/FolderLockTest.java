package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.support.sample.ChildProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

class FolderLockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir private Path folder;

    /** Has the folder until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (var lock = FolderLock.of(Path.of(arguments[0]), Duration.ZERO)) {
                System.out.println("locked " + lock.getClass().getSimpleName());
                System.in.read();
            }
        }
    }

    @Test
    void a_folder_is_for_one_at_a_time() {
        try (var first = FolderLock.of(folder, Duration.ZERO)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.of(folder, Duration.ofMillis(1)))
                    .hasMessageContaining(folder + " is in use by another process");
        }
        FolderLock.of(folder, Duration.ZERO).close();
    }

    @Test
    void another_process_has_it_until_it_dies() throws Exception {
        try (var holder = ChildProcess.start(Holder.class, folder.toString())) {
            assertThat(holder.line()).startsWith("locked");
            assertThatThrownBy(() -> FolderLock.of(folder, Duration.ZERO))
                    .isInstanceOf(FolderInUse.class);

            holder.kill();

            FolderLock.of(folder, PATIENCE).close();
        }
    }

    /** Analyzers of others that need what is not here. */
    private static BiConsumer<Supplier<String>, Throwable> others() {
        return (message, failure) -> assertThat(message.get()).doesNotContain("aiwm");
    }

    @Test
    void who_finds_it_in_use_is_told_what_to_do_and_no_more() {
        var analyzers =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, FailureHandler.handleMessage(others()));
        var failure = new BeanCreationException("eventStore", "no", new FolderInUse(folder));
        assertThat(analyzers)
                .map(analyzer -> analyzer.analyze(failure))
                .filteredOn(Objects::nonNull)
                .first()
                .satisfies(
                        analysis -> {
                            assertThat(analysis.getDescription()).contains(folder + " is in use");
                            assertThat(analysis.getAction()).contains("another folder");
                        });
    }
}
