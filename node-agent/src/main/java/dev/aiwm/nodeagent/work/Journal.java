package dev.aiwm.nodeagent.work;

import dev.aiwm.nodeagent.channel.Wire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was accepted and how it ended, as lines appended to one file, so that a new agent process
 * knows what its predecessor had promised. Lines go to the operating system at once, not to the
 * disk: a journal that is lost with its machine costs time-outs, never correctness, because every
 * verb of a driver may be repeated. Not safe for several threads.
 */
final class Journal implements AutoCloseable {
    /** How many attempts that are over for both sides are remembered, against late repetitions. */
    static final int REMEMBERED = 2_000;

    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final int LINES_BEFORE_REWRITE = 20_000;

    private final Path file;
    private final Map<StepKey, JournalEntry> entries = new LinkedHashMap<>();
    private final LinkedHashMap<StepKey, JournalEntry> over = new LinkedHashMap<>();

    /** The latest attempt of each step in either of the two, by the key of its first. */
    private final Map<StepKey, Integer> latest = new HashMap<>();

    private Writer writer;
    private int lines;

    Journal(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            load();
            rewrite();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be used", e);
        }
    }

    Optional<JournalEntry> find(StepKey key) {
        return Optional.ofNullable(entries.getOrDefault(key, over.get(key)));
    }

    /** What has not been taken yet, ended or not, oldest first. */
    List<JournalEntry> open() {
        return new ArrayList<>(entries.values());
    }

    /** Has a later attempt of the same step been accepted? */
    boolean knowsLaterThan(StepKey key) {
        return latest.getOrDefault(key.firstAttempt(), key.attempt()) > key.attempt();
    }

    void put(JournalEntry entry) {
        remember(entry);
        try {
            append(entry);
            if (lines > LINES_BEFORE_REWRITE) {
                rewrite();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            log.warn("the journal was not closed well: {}", e.getMessage());
        }
    }

    private void remember(JournalEntry entry) {
        latest.merge(entry.key().firstAttempt(), entry.key().attempt(), Math::max);
        if (!entry.taken()) {
            entries.put(entry.key(), entry);
            return;
        }
        entries.remove(entry.key());
        over.put(entry.key(), entry);
        var oldest = over.keySet().iterator();
        while (over.size() > REMEMBERED) {
            var key = oldest.next();
            oldest.remove();
            latest.remove(key.firstAttempt(), key.attempt());
        }
    }

    private void append(JournalEntry entry) throws IOException {
        writer.write(Wire.JSON.writeValueAsString(entry));
        writer.write('\n');
        writer.flush();
        lines++;
    }

    private void load() throws IOException {
        try (var stored = Files.newBufferedReader(file)) {
            for (String line = stored.readLine(); line != null; line = stored.readLine()) {
                read(line);
            }
        } catch (NoSuchFileException e) {
            log.debug("no journal yet");
        }
    }

    private void read(String line) {
        try {
            remember(Wire.JSON.readValue(line, JournalEntry.class));
        } catch (JacksonException e) {
            log.warn("a line of the journal cannot be read and is left out");
        }
    }

    private void rewrite() throws IOException {
        if (writer != null) {
            writer.close();
        }
        var whole = file.resolveSibling(file.getFileName() + ".new");
        lines = 0;
        try (var fresh = Files.newBufferedWriter(whole)) {
            writer = fresh;
            for (var entry : over.values()) {
                append(entry);
            }
            for (var entry : entries.values()) {
                append(entry);
            }
        }
        Files.move(
                whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        lines = 0;
    }
}
