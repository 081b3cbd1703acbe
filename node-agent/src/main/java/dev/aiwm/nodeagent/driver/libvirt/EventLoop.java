package dev.aiwm.nodeagent.driver.libvirt;

import org.libvirt.Connect;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.libvirt.jna.Libvirt.VirErrorCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt's own thread for events and for keeping connections alive. One for the process, and there
 * before the first connection: one that was opened without it would be cut off.
 */
final class EventLoop {
    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);

    /** Held for ever: libvirt calls it by its address. It would print to stderr otherwise. */
    private static final VirErrorCallback SILENCE = (data, error) -> {};

    private static boolean runs;

    private EventLoop() {}

    static synchronized void ensure() throws LibvirtException {
        if (runs) {
            return;
        }
        Library.initEventLoop();
        Connect.setErrorCallback(SILENCE);
        var thread = new Thread(EventLoop::run, "libvirt-event-loop");
        thread.setDaemon(true);
        thread.start();
        runs = true;
    }

    private static void run() {
        while (true) {
            try {
                Library.runEventLoop();
            } catch (LibvirtException e) {
                log.warn("the event loop stumbled: {}", e.getMessage());
            } catch (InterruptedException e) {
                log.debug("nobody interrupts the event loop", e);
            }
        }
    }
}
