package dev.aiwm.query.past;

import dev.aiwm.support.log.Position;

import org.bson.Document;
import org.bson.types.Binary;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Some entities of a cut as one document: what lists filter by in one piece, which is read at once,
 * and the states in blocks, of which only those that are wanted are unpacked.
 *
 * @param weight about how many bytes of memory it takes
 */
record CutPart(List<CutEntry> entries, long weight) {
    /** A block ends when it has so many states, or so much text: large states lie alone. */
    private static final int MOST_IN_BLOCK = 32;

    private static final int LARGEST_BLOCK = 16_384;

    /** Ids and fields as objects. */
    private static final long PER_ENTRY = 512;

    private static final String FIELDS = "fields";
    private static final String BLOCKS = "blocks";
    private static final String SIZES = "sizes";

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
        List<List<String>> blocks = blocksOf(entries);
        return new Document("_id", id)
                .append(FIELDS, new Binary(fields))
                .append(BLOCKS, blocks.stream().map(CutPart::packed).toList())
                .append(SIZES, blocks.stream().map(List::size).toList());
    }

    private static List<List<String>> blocksOf(List<CutEntry> entries) {
        var blocks = new ArrayList<List<String>>();
        int length = LARGEST_BLOCK;
        for (CutEntry entry : entries) {
            String text = entry.text().get();
            length += text.length();
            List<String> last = blocks.isEmpty() ? List.of() : blocks.get(blocks.size() - 1);
            if (length > LARGEST_BLOCK || last.size() == MOST_IN_BLOCK) {
                last = new ArrayList<>();
                blocks.add(last);
                length = text.length();
            }
            last.add(text);
        }
        return blocks;
    }

    private static Binary packed(List<String> texts) {
        return new Binary(
                Packing.pack(
                        out -> {
                            for (String text : texts) {
                                Texts.writeText(out, text);
                            }
                        }));
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

    /**
     * @param unpacked the texts of blocks that were wanted last
     */
    static CutPart read(Document document, Recent<Object, String[]> unpacked) {
        List<Binary> packed = document.getList(BLOCKS, Binary.class);
        List<Integer> sizes = document.getList(SIZES, Integer.class);
        var places = new ArrayList<Place>();
        for (int i = 0; i < packed.size(); i++) {
            var block = new Block(packed.get(i).getData(), sizes.get(i), unpacked);
            for (int j = 0; j < sizes.get(i); j++) {
                places.add(new Place(block, j));
            }
        }
        List<CutEntry> entries =
                Packing.unpack(
                        document.get(FIELDS, Binary.class).getData(), in -> readFields(in, places));
        long states = packed.stream().mapToLong(Binary::length).sum();
        return new CutPart(entries, states + entries.size() * PER_ENTRY);
    }

    private static List<CutEntry> readFields(DataInputStream in, List<Place> states)
            throws IOException {
        String[] texts = Texts.read(in);
        var names = new String[(int) Packing.readNumber(in)];
        for (int i = 0; i < names.length; i++) {
            names[i] = Texts.readText(in).intern();
        }
        int count = (int) Packing.readNumber(in);
        var entries = new ArrayList<CutEntry>(count);
        for (int i = 0; i < count; i++) {
            String id = Texts.readText(in);
            long sequence = Packing.readNumber(in);
            var position = new Position(Packing.readNumber(in));
            entries.add(
                    new CutEntry(
                            id, sequence, position, readValues(in, names, texts), states.get(i)));
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

    /** Where a state lies. */
    private record Place(Block block, int number) implements Supplier<String> {
        @Override
        public String get() {
            return block.texts()[number];
        }
    }

    /** States that are packed together. */
    private static final class Block {
        private final byte[] packed;
        private final int size;
        private final Recent<Object, String[]> unpacked;

        private Block(byte[] packed, int size, Recent<Object, String[]> unpacked) {
            this.packed = packed;
            this.size = size;
            this.unpacked = unpacked;
        }

        private String[] texts() {
            return unpacked.get(this, block -> Packing.unpack(packed, this::read));
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
