package dev.aiwm.cli.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a user points at. */
public final class Documents {
    private Documents() {}

    /** The text of a file, or of standard input for {@code -}. */
    public static String text(String file, Surroundings around) {
        try {
            return file.equals("-")
                    ? new String(around.in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw Trouble.usage("cannot read " + file, "is it there, and is it text?");
        }
    }
}
