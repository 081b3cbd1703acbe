package dev.aiwm.web.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A file that only its owner may read: made once, whole or not at all, and kept. */
public final class PrivateFile {
    private final Path path;

    public PrivateFile(Path path) {
        this.path = path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    public byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** What the file holds; when there is none yet it is made with the given content. */
    public byte[] readOrMake(Supplier<byte[]> content) {
        if (!exists()) {
            make(content.get());
        }
        return read();
    }

    /** Two processes may race here: the first wins and both go on with its content. */
    private void make(byte[] content) {
        Path folder = path.toAbsolutePath().getParent();
        Path draft = folder.resolve("." + path.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            try {
                write(draft, content);
                Files.createLink(path, draft);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + path, e);
        }
    }

    private static void write(Path draft, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        draft,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly(draft))) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
