package dev.aiwm.nodeagent.driver.libvirt;

import com.sun.jna.Pointer;

import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.NativeLibvirt.StreamListener;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A conversation with the serial line of a machine. A thread of its own listens and gives the line
 * back, another sends, as libvirt waits for a guest that does not listen. The first never waits
 * inside libvirt: what another thread took from the socket just before it began to wait would lie
 * there until the machine says something more.
 */
final class SerialConsole implements Conversation {
    private static final Logger log = LoggerFactory.getLogger(SerialConsole.class);
    private static final int CHUNK = 4_096;
    private static final int MOST_UNSENT = 1 << 18;
    private static final int BETWEEN_SENDS_MILLIS = 20;
    private static final int ENDS = NativeLibvirt.STREAM_ERROR | NativeLibvirt.STREAM_HANGUP;
    private static final int ANYTHING = ENDS | NativeLibvirt.STREAM_READABLE;

    /** A lost connection ends its streams without a word. */
    private static final long LOOK_AFTER_SECONDS = 2;

    private static final Map<Pointer, Semaphore> LISTENING = new ConcurrentHashMap<>();

    /** Held for ever: libvirt calls it by its address, at times once more after a stream's end. */
    private static final StreamListener BELL =
            (stream, events, opaque) -> {
                var bell = LISTENING.get(stream);
                if (bell != null) {
                    bell.release();
                }
            };

    private final NativeLibvirt libvirt;
    private final Pointer connect;
    private final Pointer stream;
    private final ByteOutput output;
    private final Runnable atEnd;
    private final BlockingQueue<byte[]> unsent = new LinkedBlockingQueue<>();
    private final AtomicInteger unsentBytes = new AtomicInteger();
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean open = true;

    private SerialConsole(
            NativeLibvirt libvirt,
            Pointer connect,
            Pointer stream,
            ByteOutput output,
            Runnable atEnd) {
        this.atEnd = atEnd;
        this.libvirt = libvirt;
        this.connect = connect;
        this.stream = stream;
        this.output = output;
    }

    /**
     * Null when the line cannot be opened.
     *
     * @param atEnd gives back the connection, which nobody else uses
     */
    static SerialConsole open(
            NativeLibvirt libvirt,
            Pointer connect,
            Pointer domain,
            ByteOutput output,
            Runnable atEnd) {
        var stream = libvirt.virStreamNew(connect, NativeLibvirt.STREAM_NONBLOCK);
        if (stream == null) {
            return null;
        }
        int force = NativeLibvirt.CONSOLE_FORCE;
        if (libvirt.virDomainOpenConsole(domain, null, stream, force) < 0) {
            libvirt.virStreamFree(stream);
            return null;
        }
        if (libvirt.virStreamEventAddCallback(stream, ENDS, BELL, null, null) < 0) {
            libvirt.virStreamAbort(stream);
            libvirt.virStreamFree(stream);
            return null;
        }
        var console = new SerialConsole(libvirt, connect, stream, output, atEnd);
        LISTENING.put(stream, console.bell);
        inBackground(console::listen, "libvirt-console");
        inBackground(console::sendAll, "libvirt-console-input");
        return console;
    }

    private static void inBackground(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            byte[] chunk = new byte[CHUNK];
            int read = receive(chunk);
            while (read > 0) {
                output.out(Arrays.copyOf(chunk, read));
                read = receive(chunk);
            }
        } catch (DriverException e) {
            log.debug("nobody listens to the console any more", e);
        } catch (InterruptedException e) {
            log.debug("nobody interrupts who listens to a console", e);
        } finally {
            giveBack();
            atEnd.run();
            ended.countDown();
        }
    }

    /** How much came; nothing at the end, or less. */
    private int receive(byte[] chunk) throws InterruptedException {
        int read = open ? libvirt.virStreamRecv(stream, chunk, CHUNK) : 0;
        while (read == NativeLibvirt.NOTHING_YET) {
            libvirt.virStreamEventUpdateCallback(stream, ANYTHING);
            boolean rung = bell.tryAcquire(LOOK_AFTER_SECONDS, TimeUnit.SECONDS);
            // who is not done with it is called again and again
            libvirt.virStreamEventUpdateCallback(stream, ENDS);
            bell.drainPermits();
            boolean goesOn = open && (rung || libvirt.virConnectIsAlive(connect) == 1);
            read = goesOn ? libvirt.virStreamRecv(stream, chunk, CHUNK) : 0;
        }
        return read;
    }

    private synchronized void giveBack() {
        open = false;
        libvirt.virStreamEventRemoveCallback(stream);
        LISTENING.remove(stream);
        libvirt.virStreamAbort(stream);
        libvirt.virStreamFree(stream);
    }

    /** Never waits; who sends far more than the guest takes has had their conversation. */
    @Override
    public void write(byte[] bytes) {
        if (!open) {
            return;
        }
        if (unsentBytes.addAndGet(bytes.length) > MOST_UNSENT) {
            close();
            return;
        }
        unsent.add(bytes.clone());
    }

    private void sendAll() {
        try {
            while (open) {
                byte[] bytes = unsent.poll(LOOK_AFTER_SECONDS, TimeUnit.SECONDS);
                if (bytes != null) {
                    send(bytes);
                    unsentBytes.addAndGet(-bytes.length);
                }
            }
        } catch (InterruptedException e) {
            log.debug("nobody interrupts who sends to a console", e);
        }
    }

    private void send(byte[] bytes) throws InterruptedException {
        int at = 0;
        while (open && at < bytes.length) {
            int sent = sendSome(Arrays.copyOfRange(bytes, at, bytes.length));
            if (sent == NativeLibvirt.NOTHING_YET) {
                Thread.sleep(BETWEEN_SENDS_MILLIS);
            } else if (sent < 0) {
                close();
            } else {
                at += sent;
            }
        }
    }

    private synchronized int sendSome(byte[] bytes) {
        return open ? libvirt.virStreamSend(stream, bytes, bytes.length) : 0;
    }

    @Override
    public Integer await() throws InterruptedException {
        ended.await();
        return null;
    }

    /** Wakes whoever listens. */
    @Override
    public void close() {
        open = false;
        bell.release();
    }
}
