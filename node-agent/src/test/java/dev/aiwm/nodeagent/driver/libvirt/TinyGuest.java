package dev.aiwm.nodeagent.driver.libvirt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.aiwm.testing.Virsh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Disks of guests that are up within a second without any processor to help: their only sector of
 * code is run by the firmware itself.
 */
final class TinyGuest {
    /** What {@link #listening} says first on its serial line. */
    static final String GREETING = "tiny guest is up";

    private static final int DISK = 1 << 20;
    private static final int SIGNATURE = 510;

    /**
     * 16-bit code: say the greeting on the first serial line; let the power button be noticed (the
     * ACPI registers of q35 are at port 0x600); then for ever, sleeping until the next tick: echo
     * what comes in on the line, and when the button was pressed, switch off.
     */
    private static final String CODE =
            "31c08ed8fb" // no segment, interrupts on
                    + "be3d7c" // the greeting's place
                    + "ac84c07406baf803eeebf5" // say it
                    + "ba0206b80001ef" // notice the button
                    + "f4ba0006edf6c401750f" // sleep; pressed?
                    + "bafd03eca80174ee" // anything on the line?
                    + "baf803eceeebe7" // echo it, and on
                    + "ba0406b80020eff4ebfd"; // off

    private TinyGuest() {}

    /** Echoes what it is told on its serial line, and switches itself off when asked to. */
    static void listening(Path image) {
        byte[] code = HexFormat.of().parseHex(CODE);
        byte[] disk = Arrays.copyOf(code, DISK);
        byte[] greeting = (GREETING + "\r\n").getBytes(US_ASCII);
        System.arraycopy(greeting, 0, disk, code.length, greeting.length);
        disk[SIGNATURE] = 0x55;
        disk[SIGNATURE + 1] = (byte) 0xAA;
        write(disk, image);
    }

    /** Nothing to boot from: the firmware waits for ever, and does not listen to the button. */
    static void deaf(Path image) {
        write(new byte[DISK], image);
    }

    private static void write(byte[] disk, Path image) {
        try {
            var raw = image.resolveSibling(image.getFileName() + ".raw");
            Files.write(raw, disk);
            Virsh.run(
                    List.of(
                            "qemu-img",
                            "convert",
                            "-O",
                            "qcow2",
                            raw.toString(),
                            image.toString()));
            Files.delete(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
