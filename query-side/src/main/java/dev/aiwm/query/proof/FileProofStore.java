package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.Link;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Two files that only grow: links, and checkpoints as a JSON object a line. What a dying process
 * left half written at their ends is cut off; the follower makes it again.
 */
final class FileProofStore implements ProofStore, AutoCloseable {
    private static final int PAGE = 4_096;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LinkFile links;
    private final RandomAccessFile checkpoints;
    private final List<Long> lines = new ArrayList<>();
    private long end;

    FileProofStore(Path folder) {
        try {
            Files.createDirectories(folder);
            links = new LinkFile(folder.resolve("links"));
            checkpoints = new RandomAccessFile(folder.resolve("checkpoints.jsonl").toFile(), "rw");
            findLines();
            checkpoints.setLength(end);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + folder, e);
        }
    }

    private void findLines() throws IOException {
        byte[] buffer = new byte[PAGE];
        long place = 0;
        for (int read = checkpoints.read(buffer); read > 0; read = checkpoints.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    lines.add(end);
                    end = place + i + 1;
                }
            }
            place += read;
        }
    }

    @Override
    public synchronized long linkedTo() {
        try {
            return links.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized List<Link> links(long after, int limit) {
        try {
            return links.read(after, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void append(List<Link> newLinks) {
        long last = linkedTo();
        try {
            links.append(newLinks.stream().filter(link -> link.position() > last).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the chain", e);
        }
    }

    @Override
    public synchronized int lastCheckpoint() {
        return lines.size();
    }

    @Override
    public synchronized Optional<Checkpoint> checkpoint(int number) {
        if (number < 1 || number > lines.size()) {
            return Optional.empty();
        }
        long from = lines.get(number - 1);
        long to = number < lines.size() ? lines.get(number) : end;
        byte[] line = new byte[(int) (to - from)];
        try {
            checkpoints.seek(from);
            checkpoints.readFully(line);
            return Optional.of(JSON.readValue(line, Checkpoint.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read checkpoint " + number, e);
        }
    }

    @Override
    public synchronized boolean append(Checkpoint checkpoint) {
        if (checkpoint.number() != lines.size() + 1) {
            return false;
        }
        byte[] line = (JSON.writeValueAsString(checkpoint) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            links.force();
            checkpoints.seek(end);
            checkpoints.write(line);
            checkpoints.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a checkpoint", e);
        }
        lines.add(end);
        end += line.length;
        return true;
    }

    /** Looks through all of them: only for a log that does not tell positions. */
    @Override
    public OptionalLong positionOf(String eventId) {
        long position = 0;
        while (true) {
            List<Link> page = links(position, PAGE);
            if (page.isEmpty()) {
                return OptionalLong.empty();
            }
            for (Link link : page) {
                if (link.eventId().equals(eventId)) {
                    return OptionalLong.of(link.position());
                }
            }
            position += page.size();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        links.close();
        checkpoints.close();
    }
}
