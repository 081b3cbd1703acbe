package dev.aiwm.nodeagent.driver.libvirt.images;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The head of a qcow2 file. */
final class Qcow2 {
    private static final int MAGIC = 0x51_46_49_FB;

    private Qcow2() {}

    /**
     * How large the disk is. Throws an {@link IOException} whose message says what is wrong when
     * the file is no qcow2, or hangs on another file: what it names there is not ours to open.
     */
    static long diskBytes(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("it is no qcow2 image");
            }
            in.skipNBytes(Integer.BYTES);
            if (in.readLong() != 0) {
                throw new IOException("it depends on another image, which is not supported");
            }
            in.skipNBytes(2 * Integer.BYTES);
            return in.readLong();
        } catch (EOFException e) {
            throw new IOException("it ends within its head", e);
        }
    }
}
