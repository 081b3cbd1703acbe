package dev.aiwm.query.past;

import dev.aiwm.support.log.Position;

import org.bson.Document;
import org.bson.types.Binary;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some entities of a cut as one document: what lists filter by in one piece, which is read at once,
 * and the states in blocks, of which only those that are wanted are unpacked.
 */
final class CutPart {
    private static final int BLOCK = 32;
    private static final String FIELDS = "fields";
    private static final String BLOCKS = "blocks";

    private CutPart() {}

    static Document write(String id, List<CutEntry> entries) {
        var names = new TreeSet<String>();
        var texts = new Texts();
        for (CutEntry entry : entries) {
            for (String name : entry.fields().names()) {
                names.add(name);
                FieldValues.number(entry.fields().get(name), texts);
            }
        }
        byte[] fields = Packing.pack(out -> writeFields(out, entries, names, texts));
        var blocks = new ArrayList<Binary>();
        for (int first = 0; first < entries.size(); first += BLOCK) {
            var block = entries.subList(first, Math.min(entries.size(), first + BLOCK));
            blocks.add(
                    new Binary(
                            Packing.pack(
                                    out -> {
                                        for (CutEntry entry : block) {
                                            Texts.writeText(out, entry.text().get());
                                        }
                                    })));
        }
        return new Document("_id", id).append(FIELDS, new Binary(fields)).append(BLOCKS, blocks);
    }

    private static void writeFields(
            DataOutputStream out, List<CutEntry> entries, Set<String> names, Texts texts)
            throws IOException {
        texts.write(out);
        Packing.writeNumber(out, names.size());
        for (String name : names) {
            Texts.writeText(out, name);
        }
        Packing.writeNumber(out, entries.size());
        for (CutEntry entry : entries) {
            Texts.writeText(out, entry.id());
            Packing.writeNumber(out, entry.sequence());
            Packing.writeNumber(out, entry.position().value());
            for (String name : names) {
                FieldValues.write(out, entry.fields().get(name), texts);
            }
        }
    }

    static List<CutEntry> read(Document document) {
        List<Binary> blocks = document.getList(BLOCKS, Binary.class);
        return Packing.unpack(
                document.get(FIELDS, Binary.class).getData(), in -> readFields(in, blocks));
    }

    private static List<CutEntry> readFields(DataInputStream in, List<Binary> packed)
            throws IOException {
        String[] texts = Texts.read(in);
        var names = new String[(int) Packing.readNumber(in)];
        for (int i = 0; i < names.length; i++) {
            names[i] = Texts.readText(in).intern();
        }
        int count = (int) Packing.readNumber(in);
        var entries = new ArrayList<CutEntry>(count);
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < count; i++) {
            if (i % BLOCK == 0) {
                int size = Math.min(BLOCK, count - i);
                blocks.add(new Block(packed.get(i / BLOCK).getData(), size));
            }
            Block block = blocks.get(i / BLOCK);
            int place = i % BLOCK;
            String id = Texts.readText(in);
            long sequence = Packing.readNumber(in);
            var position = new Position(Packing.readNumber(in));
            entries.add(
                    new CutEntry(
                            id,
                            sequence,
                            position,
                            readValues(in, names, texts),
                            () -> block.text(place)));
        }
        return entries;
    }

    private static Fields readValues(DataInputStream in, String[] names, String[] texts)
            throws IOException {
        var values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = FieldValues.read(in, texts);
        }
        return new Fields(names, values);
    }

    /** States that are unpacked together. */
    private static final class Block {
        private final byte[] packed;
        private final int size;
        private SoftReference<String[]> unpacked = new SoftReference<>(null);

        private Block(byte[] packed, int size) {
            this.packed = packed;
            this.size = size;
        }

        private synchronized String text(int place) {
            String[] texts = unpacked.get();
            if (texts == null) {
                texts = Packing.unpack(packed, this::read);
                unpacked = new SoftReference<>(texts);
            }
            return texts[place];
        }

        private String[] read(DataInputStream in) throws IOException {
            var texts = new String[size];
            for (int i = 0; i < size; i++) {
                texts[i] = Texts.readText(in);
            }
            return texts;
        }
    }
}
