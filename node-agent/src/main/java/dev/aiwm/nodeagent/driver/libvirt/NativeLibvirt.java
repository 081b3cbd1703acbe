package dev.aiwm.nodeagent.driver.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/** The few functions of libvirt that its Java library leaves out, by libvirt's own names. */
interface NativeLibvirt extends Library {
    /** Also take over a console that someone else has open. */
    int CONSOLE_FORCE = 1;

    /** The most volumes of a pool that it tells, whoever asks. */
    int VOLUMES_MAX = 16_384;

    /** Receiving does not wait, and says {@link #NOTHING_YET}. */
    int STREAM_NONBLOCK = 1;

    int NOTHING_YET = -2;

    int STREAM_READABLE = 1;
    int STREAM_ERROR = 4;
    int STREAM_HANGUP = 8;

    /** Told by libvirt's event loop, which waits meanwhile. */
    interface StreamListener extends Callback {
        void happened(Pointer stream, int events, Pointer opaque);
    }

    static NativeLibvirt load() {
        return Native.load("virt", NativeLibvirt.class);
    }

    Pointer virConnectOpen(String uri);

    int virConnectClose(Pointer connect);

    int virConnectIsAlive(Pointer connect);

    /** A text that the caller frees. */
    Pointer virConnectGetDomainCapabilities(
            Pointer connect, String emulator, String arch, String machine, String type, int flags);

    Pointer virDomainLookupByUUIDString(Pointer connect, String uuid);

    int virDomainFree(Pointer domain);

    int virDomainGetState(Pointer domain, IntByReference state, IntByReference reason, int flags);

    int virDomainOpenConsole(Pointer domain, String device, Pointer stream, int flags);

    Pointer virStoragePoolLookupByName(Pointer connect, String name);

    int virStoragePoolFree(Pointer pool);

    /** How many it wrote; each is a text that the caller frees. */
    int virStoragePoolListVolumes(Pointer pool, Pointer[] names, int room);

    Pointer virStreamNew(Pointer connect, int flags);

    int virStreamSend(Pointer stream, byte[] data, long length);

    int virStreamRecv(Pointer stream, byte[] data, long length);

    int virStreamEventAddCallback(
            Pointer stream, int events, StreamListener listener, Pointer opaque, Pointer free);

    int virStreamEventUpdateCallback(Pointer stream, int events);

    int virStreamEventRemoveCallback(Pointer stream);

    int virStreamAbort(Pointer stream);

    int virStreamFree(Pointer stream);
}
