package dev.aiwm.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

class FileProofStoreTest extends ProofStoreConformance {
    @Override
    ProofStore open() {
        return new FileProofStore(folder);
    }

    @Test
    void what_a_dying_process_left_half_written_is_cut_off() throws IOException {
        var store = open();
        store.append(links(1, 10));
        store.append(checkpoint(1));
        Files.write(folder.resolve("links"), new byte[50], StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("checkpoints.jsonl"), "{\"num", StandardOpenOption.APPEND);

        var again = open();
        assertThat(again.linkedTo()).isEqualTo(10);
        assertThat(again.lastCheckpoint()).isEqualTo(1);
        again.append(links(11, 12));
        again.append(checkpoint(2));
        assertThat(open().links(9, 10)).isEqualTo(links(10, 12));
        assertThat(open().checkpoint(2)).contains(checkpoint(2));
    }
}
