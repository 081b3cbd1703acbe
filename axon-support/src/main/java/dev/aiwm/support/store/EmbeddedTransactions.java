package dev.aiwm.support.store;

import dev.aiwm.support.log.Disk;

import org.hsqldb.Session;
import org.hsqldb.jdbc.JDBCConnection;
import org.hsqldb.persist.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import javax.sql.DataSource;

/**
 * Transactions of the embedded store, and its checkpoints between them. HSQLDB's own checkpoint
 * waits inside the database until every open transaction is over and holds up the first statement
 * of every other; a thread held up so may have what an open transaction waits for, as the turn to
 * append, and then neither ends. Here a checkpoint that finds no gap soon gives way and tries again
 * later.
 */
class EmbeddedTransactions extends JdbcTransactionManager implements AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(EmbeddedTransactions.class);
    private static final long serialVersionUID = 1L;
    private static final long LOG_BYTES = 32L << 20;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int CLOSE_SECONDS = 30;

    /** How long a checkpoint may hold up transactions while it waits for a gap, when just due. */
    private static final Duration PATIENCE = Duration.ofMillis(25);

    private final transient ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final transient JdbcTemplate jdbc;
    private final transient Path log;
    private final transient SharedFlush flush = new SharedFlush(flusher());
    private final transient ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> daemon("checkpoints", work));

    /**
     * @param log what the database has written since its last checkpoint, and reads when it opens
     */
    EmbeddedTransactions(DataSource database, Path log) {
        super(database);
        this.jdbc = new JdbcTemplate(database);
        this.log = log;
    }

    private static Executor flusher() {
        return new ThreadPoolExecutor(
                0,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon("log-flush", work));
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        jdbc.execute("set files log size 0");
        jdbc.execute(this::writeLogBy);
        jdbc.execute("checkpoint");
        var unused =
                clock.scheduleWithFixedDelay(
                        this::checkpointWhenDue,
                        LOOK_EVERY.toMillis(),
                        LOOK_EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** From the next checkpoint on, which opens the log anew. */
    private Void writeLogBy(Connection connection) throws SQLException {
        var session = (Session) connection.unwrap(JDBCConnection.class).getSession();
        Logger files = session.getDatabase().logger;
        files.fileAccess = new LogFiles(files.fileAccess, log, flush);
        return null;
    }

    Disk disk() {
        return flush;
    }

    private void checkpointWhenDue() {
        try {
            long due = log.toFile().length() / LOG_BYTES;
            if (due > 0) {
                checkpoint(PATIENCE.multipliedBy(due));
            }
        } catch (RuntimeException e) {
            LOG.warn("No checkpoint of {}", log, e);
        }
    }

    /** Between transactions; answers whether there was a time between them. */
    boolean checkpoint(Duration patience) {
        try {
            if (!gate.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            long start = System.nanoTime();
            jdbc.execute("checkpoint");
            LOG.debug("checkpoint in {} ms", (System.nanoTime() - start) / 1_000_000);
            return true;
        } finally {
            gate.writeLock().unlock();
        }
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        gate.readLock().lock();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            gate.readLock().unlock();
            throw e;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            gate.readLock().unlock();
        }
        flush.awaitOwn();
    }

    /** Returns when no checkpoint is under way. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            boolean unused = clock.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
