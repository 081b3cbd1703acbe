package dev.aiwm.nodeagent.driver.libvirt;

import com.sun.jna.Pointer;

import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * A conversation with the serial line of a machine. A thread of its own listens; as a native call
 * must not be cut off, the line is given back only when that thread has left it.
 */
final class SerialConsole implements Conversation {
    private static final Logger log = LoggerFactory.getLogger(SerialConsole.class);
    private static final int CHUNK = 4_096;

    private final NativeLibvirt libvirt;
    private final Pointer stream;
    private final ByteOutput output;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean open = true;

    private SerialConsole(NativeLibvirt libvirt, Pointer stream, ByteOutput output) {
        this.libvirt = libvirt;
        this.stream = stream;
        this.output = output;
    }

    /** Null when the line cannot be opened. */
    static SerialConsole open(
            NativeLibvirt libvirt, Pointer connect, Pointer domain, ByteOutput output) {
        var stream = libvirt.virStreamNew(connect, 0);
        if (stream == null) {
            return null;
        }
        int opened =
                libvirt.virDomainOpenConsole(domain, null, stream, NativeLibvirt.CONSOLE_FORCE);
        if (opened < 0) {
            libvirt.virStreamFree(stream);
            return null;
        }
        var console = new SerialConsole(libvirt, stream, output);
        var thread = new Thread(console::listen, "libvirt-console");
        thread.setDaemon(true);
        thread.start();
        return console;
    }

    private void listen() {
        try {
            byte[] chunk = new byte[CHUNK];
            int read = libvirt.virStreamRecv(stream, chunk, CHUNK);
            while (read > 0) {
                output.out(Arrays.copyOf(chunk, read));
                read = libvirt.virStreamRecv(stream, chunk, CHUNK);
            }
        } catch (DriverException e) {
            log.debug("nobody listens to the console any more", e);
        } finally {
            close();
            libvirt.virStreamFree(stream);
            ended.countDown();
        }
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
    public synchronized void close() {
        if (open) {
            open = false;
            libvirt.virStreamAbort(stream);
        }
    }
}
