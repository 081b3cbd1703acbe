package dev.aiwm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text that is looked for as it is and in every dress in which a store or a log might keep it.
 */
final class Needle {
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private final Set<String> shapes = new TreeSet<>();

    private Needle(String text) {
        for (var spelling : List.of(text, text.toUpperCase(Locale.ROOT), escaped(text))) {
            var utf8 = spelling.getBytes(StandardCharsets.UTF_8);
            shapes.add(new String(utf8, BYTES));
            shapes.add(new String(spelling.getBytes(StandardCharsets.UTF_16BE), BYTES));
            shapes.add(new String(spelling.getBytes(StandardCharsets.UTF_16LE), BYTES));
            shapes.add(HexFormat.of().formatHex(utf8));
            shapes.add(HexFormat.of().withUpperCase().formatHex(utf8));
            for (int before = 0; before < 3; before++) {
                shapes.add(base64(utf8, before));
            }
        }
    }

    static Needle of(String text) {
        return new Needle(text);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The characters that depend on this text alone, wherever it begins in what is encoded. */
    private static String base64(byte[] text, int before) {
        var shifted = new byte[before + text.length];
        System.arraycopy(text, 0, shifted, before, text.length);
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (before * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return encoded.substring(first, end);
    }

    boolean isIn(String text) {
        return isIn(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isIn(byte[] content) {
        var hay = new String(content, BYTES);
        return shapes.stream().anyMatch(hay::contains);
    }

    /** The files of a folder that hold it. */
    List<Path> filesOf(Path folder) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new Search(found));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Search extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        private Search(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isInFile(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // replaced while the folder was walked
            }
            throw failure;
        }
    }

    private boolean isInFile(Path file) {
        try {
            return isIn(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return false; // replaced while the folder was walked
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
