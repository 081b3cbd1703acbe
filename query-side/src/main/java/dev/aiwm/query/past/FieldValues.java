package dev.aiwm.query.past;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What lists filter and sort by, as few bytes. Numbers are whole, times are in milliseconds, as in
 * the documents of the read models.
 */
final class FieldValues {
    private static final int NONE = 0;
    private static final int TEXT = 1;
    private static final int YES = 2;
    private static final int NO = 3;
    private static final int TIME = 4;
    private static final int LIST = 5;
    private static final int NUMBER = 6;

    private FieldValues() {}

    static Map<String, Object> plain(Map<String, Object> fields) {
        var plain = new HashMap<String, Object>();
        fields.forEach(
                (name, value) -> {
                    if (value != null) {
                        plain.put(name, plain(value));
                    }
                });
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.MILLIS);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Collection<?> values) {
            return List.copyOf(values);
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException("lists do not filter by " + value.getClass());
    }

    /** Texts are numbered first, so that the numbers are known when the values are written. */
    static void number(Object value, Texts texts) {
        if (value instanceof String text) {
            texts.numberOf(text);
        } else if (value instanceof Collection<?> values) {
            values.forEach(element -> texts.numberOf(String.valueOf(element)));
        }
    }

    static void write(DataOutputStream out, Object value, Texts texts) throws IOException {
        if (value == null) {
            out.writeByte(NONE);
        } else if (value instanceof String text) {
            out.writeByte(TEXT);
            Packing.writeNumber(out, texts.numberOf(text));
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? YES : NO);
        } else if (value instanceof Instant time) {
            out.writeByte(TIME);
            out.writeLong(time.toEpochMilli());
        } else if (value instanceof Collection<?> values) {
            out.writeByte(LIST);
            Packing.writeNumber(out, values.size());
            for (Object element : values) {
                Packing.writeNumber(out, texts.numberOf(String.valueOf(element)));
            }
        } else {
            out.writeByte(NUMBER);
            out.writeLong((Long) value);
        }
    }

    static Object read(DataInputStream in, String[] texts) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case NONE -> null;
            case TEXT -> texts[(int) Packing.readNumber(in)];
            case YES -> true;
            case NO -> false;
            case TIME -> Instant.ofEpochMilli(in.readLong());
            case LIST -> readList(in, texts);
            case NUMBER -> in.readLong();
            default -> throw new IOException("not a value: " + kind);
        };
    }

    private static List<String> readList(DataInputStream in, String[] texts) throws IOException {
        int size = (int) Packing.readNumber(in);
        var list = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            list.add(texts[(int) Packing.readNumber(in)]);
        }
        return list;
    }
}
