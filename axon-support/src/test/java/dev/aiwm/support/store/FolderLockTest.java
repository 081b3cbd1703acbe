package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.support.sample.ChildProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

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
                    .isInstanceOf(IllegalStateException.class);

            holder.kill();

            FolderLock.of(folder, PATIENCE).close();
        }
    }
}
