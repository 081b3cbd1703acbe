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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A conversation with the serial line of a machine. A thread of its own listens and gives the line
 * back. It never waits inside libvirt: what another thread took from the socket just before it
 * began to wait would lie there until the machine says something more.
 */
final class SerialConsole implements Conversation {
    private static final Logger log = LoggerFactory.getLogger(SerialConsole.class);
    private static final int CHUNK = 4_096;
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
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean open = true;

    private SerialConsole(
            NativeLibvirt libvirt, Pointer connect, Pointer stream, ByteOutput output) {
        this.libvirt = libvirt;
        this.connect = connect;
        this.stream = stream;
        this.output = output;
    }

    /** Null when the line cannot be opened. */
    static SerialConsole open(
            NativeLibvirt libvirt, Pointer connect, Pointer domain, ByteOutput output) {
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
        var console = new SerialConsole(libvirt, connect, stream, output);
        LISTENING.put(stream, console.bell);
        var thread = new Thread(console::listen, "libvirt-console");
        thread.setDaemon(true);
        thread.start();
        return console;
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

    @Override
    public synchronized void write(byte[] bytes) {
        int at = 0;
        while (open && at < bytes.length) {
            byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
            int sent = libvirt.virStreamSend(stream, rest, rest.length);
            if (sent < 0) {
                close();
                return;
            }
            at += sent;
        }
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
