package dev.aiwm.query.past;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that occur often, written once each and named by number; 0 is none. */
public final class Texts {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    public int numberOf(String text) {
        if (text == null) {
            return 0;
        }
        Integer known = numbers.putIfAbsent(text, numbers.size() + 1);
        return known == null ? numbers.size() : known;
    }

    public void write(DataOutputStream out) throws IOException {
        Packing.writeNumber(out, numbers.size());
        for (String text : numbers.keySet()) {
            writeText(out, text);
        }
    }

    public static String[] read(DataInputStream in) throws IOException {
        var texts = new String[(int) Packing.readNumber(in) + 1];
        for (int i = 1; i < texts.length; i++) {
            texts[i] = readText(in);
        }
        return texts;
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Packing.writeNumber(out, bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        var bytes = new byte[(int) Packing.readNumber(in)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
