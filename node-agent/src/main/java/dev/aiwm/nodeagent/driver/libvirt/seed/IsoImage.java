package dev.aiwm.nodeagent.driver.libvirt.seed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A disc with a few small files in its root folder: ISO 9660 with the Joliet extension, which keeps
 * names like {@code meta-data} as they are. Files share their content between the two directories.
 */
final class IsoImage {
    private static final int SECTOR = 2_048;
    private static final int SYSTEM_AREA = 16;
    private static final int PRIMARY_TABLE = 19;
    private static final int TABLES = 4;
    private static final int PRIMARY_ROOT = PRIMARY_TABLE + TABLES;
    private static final int JOLIET_ROOT = PRIMARY_ROOT + 1;
    private static final int FIRST_FILE = JOLIET_ROOT + 1;

    /** Readers look ahead, and some give up where a disc ends too soon. */
    private static final int PADDING = 150;

    private static final byte PRIMARY = 1;
    private static final byte SUPPLEMENTARY = 2;
    private static final byte TERMINATOR = (byte) 255;
    private static final byte[] SELF = {0};
    private static final byte[] PARENT = {1};
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final String volume;
    private final List<SeedFile> files;
    private final ZonedDateTime made;
    private final List<Integer> starts = new ArrayList<>();
    private final int sectors;

    private IsoImage(String volume, List<SeedFile> files, Instant made) {
        this.volume = volume;
        this.files = files;
        this.made = made.atZone(ZoneOffset.UTC);
        int next = FIRST_FILE;
        for (var file : files) {
            starts.add(next);
            next += sectorsOf(file.content().length);
        }
        sectors = next + PADDING;
    }

    static byte[] of(String volume, List<SeedFile> files, Instant made) {
        var sorted = files.stream().sorted(Comparator.comparing(SeedFile::name)).toList();
        return new IsoImage(volume, sorted, made).bytes();
    }

    private byte[] bytes() {
        var out = new ByteArrayOutputStream(sectors * SECTOR);
        out.writeBytes(new byte[SYSTEM_AREA * SECTOR]);
        out.writeBytes(descriptor(PRIMARY, US_ASCII, PRIMARY_TABLE, PRIMARY_ROOT));
        out.writeBytes(descriptor(SUPPLEMENTARY, UTF_16BE, PRIMARY_TABLE + 2, JOLIET_ROOT));
        out.writeBytes(terminator());
        out.writeBytes(pathTable(PRIMARY_ROOT, false));
        out.writeBytes(pathTable(PRIMARY_ROOT, true));
        out.writeBytes(pathTable(JOLIET_ROOT, false));
        out.writeBytes(pathTable(JOLIET_ROOT, true));
        out.writeBytes(directory(PRIMARY_ROOT, US_ASCII));
        out.writeBytes(directory(JOLIET_ROOT, UTF_16BE));
        for (var file : files) {
            var sector = new Sector(sectorsOf(file.content().length) * SECTOR);
            out.writeBytes(sector.bytes(file.content()).done());
        }
        out.writeBytes(new byte[PADDING * SECTOR]);
        return out.toByteArray();
    }

    private byte[] descriptor(byte type, Charset names, int table, int root) {
        boolean joliet = type == SUPPLEMENTARY;
        var sector = new Sector(SECTOR).one(type).bytes("CD001".getBytes(US_ASCII)).one(1).one(0);
        sector.padded("", names, 32).padded(volume, names, 32);
        sector.skip(8).bothInt(sectors);
        sector.bytes(joliet ? "%/E".getBytes(US_ASCII) : new byte[3]).skip(29);
        sector.bothShort(1).bothShort(1).bothShort(SECTOR).bothInt(tableLength());
        sector.littleInt(table).littleInt(0).bigInt(table + 1).bigInt(0);
        sector.bytes(entry(SELF, root, SECTOR, true));
        for (int length : new int[] {128, 128, 128, 128, 37, 37, 37}) {
            sector.padded("", names, length);
        }
        byte[] stamp = (STAMP.format(made) + "00").getBytes(US_ASCII);
        sector.bytes(stamp).one(0).bytes(stamp).one(0);
        byte[] never = "0000000000000000".getBytes(US_ASCII);
        sector.bytes(never).one(0).bytes(never).one(0);
        return sector.one(1).done();
    }

    private static byte[] terminator() {
        return new Sector(SECTOR).one(TERMINATOR).bytes("CD001".getBytes(US_ASCII)).one(1).done();
    }

    /** The root folder is the only entry. */
    private static byte[] pathTable(int root, boolean big) {
        var sector = new Sector(SECTOR).one(1).one(0);
        if (big) {
            sector.bigInt(root).bigShort(1);
        } else {
            sector.littleInt(root).littleShort(1);
        }
        return sector.one(0).one(0).done();
    }

    private static int tableLength() {
        return 10;
    }

    private byte[] directory(int root, Charset names) {
        var sector = new Sector(SECTOR);
        sector.bytes(entry(SELF, root, SECTOR, true)).bytes(entry(PARENT, root, SECTOR, true));
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            String name = names.equals(US_ASCII) ? shortName(file.name()) : file.name() + ";1";
            sector.bytes(entry(name.getBytes(names), starts.get(i), file.content().length, false));
        }
        return sector.done();
    }

    /**
     * Upper case, eight letters and no punctuation: what the standard without extensions allows.
     */
    private static String shortName(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "");
        return letters.substring(0, Math.min(letters.length(), 8)) + ".;1";
    }

    private byte[] entry(byte[] name, int start, int length, boolean folder) {
        int padding = name.length % 2 == 0 ? 1 : 0;
        var entry = new Sector(33 + name.length + padding);
        entry.one(33 + name.length + padding).one(0).bothInt(start).bothInt(length);
        entry.one(made.getYear() - 1_900).one(made.getMonthValue()).one(made.getDayOfMonth());
        entry.one(made.getHour()).one(made.getMinute()).one(made.getSecond()).one(0);
        entry.one(folder ? 2 : 0).one(0).one(0).bothShort(1);
        return entry.one(name.length).bytes(name).done();
    }

    private static int sectorsOf(int length) {
        return Math.max(1, (length + SECTOR - 1) / SECTOR);
    }
}
