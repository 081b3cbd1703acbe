package dev.aiwm.nodeagent.driver.libvirt.seed;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Reads the root folder of a disc as a guest does that knows Joliet. */
public final class DiscReader {
    private static final int SECTOR = 2_048;
    private static final int JOLIET = 17;

    private final byte[] disc;

    public DiscReader(byte[] disc) {
        this.disc = disc;
    }

    String volume() {
        return new String(disc, JOLIET * SECTOR + 40, 32, UTF_16BE).strip();
    }

    public Map<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        int root = JOLIET * SECTOR + 156;
        int at = number(root + 6) * SECTOR;
        int end = at + number(root + 14);
        while (at < end && disc[at] != 0) {
            int nameLength = disc[at + 32];
            if (nameLength > 1) {
                String name = new String(disc, at + 33, nameLength, UTF_16BE).replace(";1", "");
                int start = number(at + 6) * SECTOR;
                files.put(name, Arrays.copyOfRange(disc, start, start + number(at + 14)));
            }
            at += disc[at];
        }
        return files;
    }

    /** The big-endian copy of a number. */
    private int number(int at) {
        return ByteBuffer.wrap(disc).getInt(at);
    }
}
