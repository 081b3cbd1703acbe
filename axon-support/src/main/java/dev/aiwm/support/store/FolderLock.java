package dev.aiwm.support.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A folder that belongs to one process. The operating system takes the lock back when the process
 * ends, however it ends, so whoever comes next need not find out whether it still lives. Not to be
 * asked for twice within one process: closing the second file would give the first's lock back.
 */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "in-use";
    private static final long LOOK_MILLIS = 20;

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * @param patience with another that may be about to end
     */
    static FolderLock of(Path folder, Duration patience) {
        try {
            var file =
                    FileChannel.open(
                            folder.resolve(FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isTaken(file, System.nanoTime() + patience.toNanos())) {
                file.close();
                throw new FolderInUse(folder);
            }
            return new FolderLock(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + folder, e);
        }
    }

    private static boolean isTaken(FileChannel file, long until) throws IOException {
        while (!lock(file)) {
            if (System.nanoTime() - until >= 0) {
                return true;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return false;
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
