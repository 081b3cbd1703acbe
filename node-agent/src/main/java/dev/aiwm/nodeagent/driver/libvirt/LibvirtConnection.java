package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.nodeagent.driver.DriverException;

import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.event.LifecycleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The way to libvirt, opened again when it was lost; listeners are told again on the new one, and
 * whoever listens has to look for what happened meanwhile.
 */
final class LibvirtConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LibvirtConnection.class);
    private static final int KEEPALIVE_SECONDS = 5;
    private static final int KEEPALIVE_MISSES = 3;
    private static final int CLOSE_SECONDS = 10;

    /** Something to do with libvirt. */
    @FunctionalInterface
    interface Verb<T> {
        T on(Connect connect) throws LibvirtException;
    }

    private final String uri;
    private final LifecycleListener listener;
    private final Runnable changed;
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    /** Kept so that nothing of them is collected while libvirt may still call it. */
    private final List<Connect> retired = new ArrayList<>();

    private volatile Connect current;
    private boolean closed;

    /**
     * @param listener called on libvirt's own thread; must return at once
     * @param changed called after each opening and each loss, on any thread; must return at once
     */
    LibvirtConnection(String uri, LifecycleListener listener, Runnable changed) {
        this.uri = uri;
        this.listener = listener;
        this.changed = changed;
    }

    /** The sentence goes into the error: libvirt could not ... */
    <T> T call(String doing, Verb<T> verb) {
        boolean fresh = ensureOpen();
        if (fresh) {
            changed.run();
        }
        life.readLock().lock();
        try {
            var connect = current;
            if (connect == null) {
                throw DriverException.retryable(Failures.ENGINE_DOWN, "libvirt does not answer");
            }
            return verb.on(connect);
        } catch (LibvirtException e) {
            throw Failures.of(doing, e);
        } finally {
            life.readLock().unlock();
        }
    }

    /** True when it had to be opened. */
    private synchronized boolean ensureOpen() {
        if (closed) {
            throw DriverException.retryable(Failures.ENGINE_DOWN, "the driver was closed");
        }
        if (isAlive(current)) {
            return false;
        }
        if (current != null) {
            log.warn("lost libvirt at {}", uri);
            retired.add(current);
            current = null;
        }
        try {
            EventLoop.ensure();
            current = open();
            log.info("connected to libvirt at {}", uri);
            return true;
        } catch (LibvirtException e) {
            throw new DriverException(
                    DriverException.Kind.RETRYABLE,
                    Failures.ENGINE_DOWN,
                    "libvirt at " + uri + " does not answer: " + e.getMessage(),
                    e);
        } catch (UnsatisfiedLinkError e) {
            throw new DriverException(
                    DriverException.Kind.PERMANENT,
                    Failures.ENGINE_DOWN,
                    "this node has no libvirt: install libvirt-daemon-system",
                    e);
        }
    }

    private Connect open() throws LibvirtException {
        var connect = new Connect(uri);
        try {
            connect.setKeepAlive(KEEPALIVE_SECONDS, KEEPALIVE_MISSES);
        } catch (LibvirtException e) {
            if (!Failures.is(e, ErrorNumber.VIR_ERR_NO_SUPPORT)) {
                throw e;
            }
        }
        connect.registerCloseListener(
                (lost, reason) -> {
                    log.warn("libvirt at {} closed: {}", uri, reason);
                    changed.run();
                });
        connect.addLifecycleListener(listener);
        return connect;
    }

    private static boolean isAlive(Connect connect) {
        try {
            return connect != null && connect.isAlive();
        } catch (LibvirtException e) {
            return false;
        }
    }

    /** Waits a while for verbs under way; a connection that is in use then stays open. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        try {
            if (!life.writeLock().tryLock(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("left the connection to libvirt open, as it is in use");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (current != null) {
                current.removeLifecycleListener(listener);
                current.close();
            }
        } catch (LibvirtException e) {
            log.debug("libvirt was gone before it was closed", e);
        } finally {
            current = null;
            life.writeLock().unlock();
        }
    }
}
