package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.bson.Document;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * All documents of the in-process server in one file. It is written every now and then, all that
 * changed since at once and between two commands: what a killed process had not written is lost
 * together, documents and tokens, and is folded from the events again. A file that cannot be read
 * is thrown away for the same reason.
 */
final class DocumentFile implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DocumentFile.class);
    private static final Duration WRITE_INTERVAL = Duration.ofMillis(500);
    private static final long HEAP_SHARE = 8;
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LARGEST_CACHE = 512;
    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACT_BYTES = 2 * 1024 * 1024;
    private static final String COLLECTION = "c/";
    private static final String INDEX = "i/";
    private static final String SEPARATOR = "/";

    private final MVStore store;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ScheduledExecutorService writer;

    private DocumentFile(MVStore store) {
        this.store = store;
        store.setRetentionTime(0);
        this.writer = Executors.newSingleThreadScheduledExecutor(DocumentFile::thread);
        var unused =
                writer.scheduleWithFixedDelay(
                        this::write,
                        WRITE_INTERVAL.toMillis(),
                        WRITE_INTERVAL.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "document-file");
        thread.setDaemon(true);
        return thread;
    }

    static DocumentFile open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new DocumentFile(openOrReplace(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep documents in " + path, e);
        }
    }

    private static MVStore openOrReplace(Path path) throws IOException {
        try {
            return openStore(path);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw e;
            }
            LOGGER.warn("{} cannot be read; its documents are folded anew", path, e);
            Files.deleteIfExists(path);
            return openStore(path);
        }
    }

    private static MVStore openStore(Path path) {
        return new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(cacheMegabytes())
                .open();
    }

    private static int cacheMegabytes() {
        return (int)
                Math.min(Runtime.getRuntime().maxMemory() / HEAP_SHARE / MEGABYTE, LARGEST_CACHE);
    }

    /** Runs a command that the file has either all of or nothing. */
    <T> T whole(Supplier<T> command) {
        lock.readLock().lock();
        try {
            return command.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write() {
        lock.writeLock().lock();
        try {
            if (store.hasUnsavedChanges()) {
                store.commit();
                store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
            }
        } catch (RuntimeException e) {
            LOGGER.error("The documents cannot be written", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    MVMap<byte[], Document> documents(String database, String collection) {
        return store.openMap(
                COLLECTION + database + SEPARATOR + collection,
                new MVMap.Builder<byte[], Document>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(new DocumentType()));
    }

    MVMap<byte[], byte[]> index(String database, String collection, String index) {
        return store.openMap(
                INDEX + database + SEPARATOR + collection + SEPARATOR + index,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    Set<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(COLLECTION))
                .map(name -> name.split(SEPARATOR, 3)[1])
                .collect(Collectors.toSet());
    }

    void removeCollection(String database, String collection) {
        String path = database + SEPARATOR + collection;
        removeMaps(name -> name.equals(COLLECTION + path));
        removeMaps(name -> name.startsWith(INDEX + path + SEPARATOR));
    }

    void removeIndex(String database, String collection, String index) {
        String path = INDEX + database + SEPARATOR + collection + SEPARATOR + index;
        removeMaps(name -> name.equals(path));
    }

    void removeDatabase(String database) {
        removeMaps(name -> name.startsWith(COLLECTION + database + SEPARATOR));
        removeMaps(name -> name.startsWith(INDEX + database + SEPARATOR));
    }

    private void removeMaps(Predicate<String> chosen) {
        store.getMapNames().stream().filter(chosen).toList().forEach(store::removeMap);
    }

    long size() {
        return store.getFileStore().size();
    }

    @Override
    public void close() {
        writer.shutdown();
        lock.writeLock().lock();
        try {
            store.commit();
            store.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
