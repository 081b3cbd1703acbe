package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Links one after another, each 32 bytes of hash and 64 of the event's id, filled up with 0. */
final class LinkFile implements AutoCloseable {
    private static final int HASH = 32;
    private static final int ID = 64;
    private static final int SIZE = HASH + ID;

    private final FileChannel file;

    LinkFile(Path path) throws IOException {
        file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        file.truncate(count() * SIZE);
    }

    long count() throws IOException {
        return file.size() / SIZE;
    }

    void append(List<Link> links) throws IOException {
        var bytes = ByteBuffer.allocate(links.size() * SIZE);
        for (Link link : links) {
            byte[] id = link.eventId().getBytes(StandardCharsets.UTF_8);
            if (id.length > ID) {
                throw new IllegalArgumentException("the id of an event is too long: " + link);
            }
            bytes.put(HexFormat.of().parseHex(link.hash())).put(id).put(new byte[ID - id.length]);
        }
        bytes.flip();
        long place = count() * SIZE;
        while (bytes.hasRemaining()) {
            place += file.write(bytes, place);
        }
    }

    List<Link> read(long after, int limit) throws IOException {
        int count = (int) Math.max(0, Math.min(limit, count() - after));
        var bytes = ByteBuffer.allocate(count * SIZE);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, after * SIZE + bytes.position());
        }
        List<Link> links = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String hash = HexFormat.of().formatHex(bytes.array(), i * SIZE, i * SIZE + HASH);
            String id = new String(bytes.array(), i * SIZE + HASH, ID, StandardCharsets.UTF_8);
            int end = id.indexOf('\0');
            links.add(new Link(after + i + 1, end < 0 ? id : id.substring(0, end), hash));
        }
        return links;
    }

    void force() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
