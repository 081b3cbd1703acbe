package dev.aiwm.support.store;

import org.hsqldb.lib.EventLogInterface;
import org.hsqldb.lib.FileAccess;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SyncFailedException;
import java.nio.file.Path;

/**
 * The files of HSQLDB, which waits for the disk at each commit and holds locks meanwhile without
 * which nobody can even read. Here a commit writes to the log, and whoever has made it waits for
 * the disk when the transaction is over.
 */
final class LogFiles implements FileAccess {
    private final FileAccess files;
    private final Path log;
    private final SharedFlush flush;

    LogFiles(FileAccess files, Path log, SharedFlush flush) {
        this.files = files;
        this.log = log;
        this.flush = flush;
    }

    /** By its descriptor: an interrupt would close a channel. */
    private final class Log extends FileOutputStream implements SharedFlush.File {
        private volatile boolean closed;

        Log(String name) throws IOException {
            super(name, true);
            flush.opened(this);
        }

        @Override
        public void force() throws IOException {
            try {
                getFD().sync();
            } catch (SyncFailedException e) {
                if (!closed) {
                    throw e;
                }
            }
        }

        /** When all is on the disk. */
        @Override
        public void close() throws IOException {
            if (!closed) {
                flush.awaitAll();
                closed = true;
            }
            super.close();
        }
    }

    @Override
    public OutputStream openOutputStreamElementAppend(String name) throws IOException {
        return Path.of(name).toAbsolutePath().equals(log)
                ? new Log(name)
                : files.openOutputStreamElementAppend(name);
    }

    @Override
    public FileSync getFileSync(OutputStream out) throws IOException {
        return out instanceof Log
                ? () -> flush.written(TransactionSynchronizationManager.isActualTransactionActive())
                : files.getFileSync(out);
    }

    @Override
    public OutputStream openOutputStreamElement(String name) throws IOException {
        return files.openOutputStreamElement(name);
    }

    @Override
    public InputStream openInputStreamElement(String name) throws IOException {
        return files.openInputStreamElement(name);
    }

    @Override
    public boolean isStreamElement(String name) {
        return files.isStreamElement(name);
    }

    @Override
    public void createParentDirs(String name) {
        files.createParentDirs(name);
    }

    @Override
    public boolean removeElement(String name) {
        return files.removeElement(name);
    }

    @Override
    public boolean renameElement(String from, String to) {
        return files.renameElement(from, to);
    }

    @Override
    public boolean renameElementOrCopy(String from, String to, EventLogInterface reporter) {
        return files.renameElementOrCopy(from, to, reporter);
    }
}
