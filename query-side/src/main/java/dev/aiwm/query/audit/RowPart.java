package dev.aiwm.query.audit;

import dev.aiwm.query.past.Packing;
import dev.aiwm.query.past.Texts;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a segment as bytes: every word once. */
final class RowPart {
    private RowPart() {}

    static byte[] write(List<Row> rows) {
        var texts = new Texts();
        rows.forEach(row -> words(row).forEach(texts::numberOf));
        return Packing.pack(
                out -> {
                    texts.write(out);
                    Packing.writeNumber(out, rows.size());
                    for (Row row : rows) {
                        write(out, row, texts);
                    }
                });
    }

    private static void write(DataOutputStream out, Row row, Texts texts) throws IOException {
        out.writeLong(row.position());
        out.writeLong(row.millis());
        for (String word : words(row)) {
            Packing.writeNumber(out, texts.numberOf(word));
        }
    }

    private static List<String> words(Row row) {
        var words = new ArrayList<String>();
        words.add(row.type());
        words.add(row.kind());
        words.add(row.id());
        words.add(row.eventId());
        words.add(row.actor());
        words.add(row.origin());
        words.add(row.org());
        words.add(row.audience());
        words.add(row.resource());
        words.add(row.node());
        words.add(row.correlationId());
        words.add(row.causationId());
        words.add(row.commandCause());
        return words;
    }

    static List<Row> read(byte[] bytes) {
        return Packing.unpack(bytes, RowPart::read);
    }

    private static List<Row> read(DataInputStream in) throws IOException {
        String[] texts = Texts.read(in);
        int count = (int) Packing.readNumber(in);
        var rows = new ArrayList<Row>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row(in, texts));
        }
        return rows;
    }

    /** Components are read in the order in which {@link #words} names them. */
    private static Row row(DataInputStream in, String[] texts) throws IOException {
        return new Row(
                in.readLong(),
                in.readLong(),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts),
                word(in, texts));
    }

    private static String word(DataInputStream in, String[] texts) throws IOException {
        return texts[(int) Packing.readNumber(in)];
    }
}
