package dev.aiwm.nodeagent.driver.libvirt;

import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;
import org.libvirt.StorageVol;
import org.libvirt.Stream;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Files of a pool, by their names. */
final class Volumes {
    private static final int CHUNK = 1 << 16;

    private Volumes() {}

    /** A file with these bytes, in place of one by that name. */
    static void put(Connect connect, StoragePool pool, String volume, byte[] content)
            throws LibvirtException {
        delete(pool, volume);
        var made = pool.storageVolCreateXML(StorageXml.file(volume, content.length), 0);
        try {
            upload(connect, made, content);
        } finally {
            made.free();
        }
    }

    private static void upload(Connect connect, StorageVol volume, byte[] content)
            throws LibvirtException {
        Stream stream = connect.streamNew(0);
        boolean done = false;
        try {
            volume.upload(stream, 0, content.length, 0);
            for (int at = 0; at < content.length; ) {
                at +=
                        stream.send(
                                Arrays.copyOfRange(
                                        content, at, Math.min(at + CHUNK, content.length)));
            }
            stream.finish();
            done = true;
        } finally {
            if (!done) {
                stream.abort();
            }
            stream.free();
        }
    }

    /** What a file holds; empty when there is none. */
    static Optional<byte[]> content(Connect connect, StoragePool pool, String volume)
            throws LibvirtException {
        var found = find(pool, volume);
        if (found == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(download(connect, found));
        } finally {
            found.free();
        }
    }

    private static byte[] download(Connect connect, StorageVol volume) throws LibvirtException {
        Stream stream = connect.streamNew(0);
        boolean done = false;
        try {
            volume.download(stream, 0, 0, 0);
            var content = new ByteArrayOutputStream();
            byte[] part = new byte[CHUNK];
            for (int size = stream.receive(part); size > 0; size = stream.receive(part)) {
                content.write(part, 0, size);
            }
            stream.finish();
            done = true;
            return content.toByteArray();
        } finally {
            if (!done) {
                stream.abort();
            }
            stream.free();
        }
    }

    static void delete(StoragePool pool, String volume) throws LibvirtException {
        var found = find(pool, volume);
        if (found == null) {
            return;
        }
        try {
            found.delete(0);
        } catch (LibvirtException e) {
            if (!Failures.is(e, ErrorNumber.VIR_ERR_NO_STORAGE_VOL)) {
                throw e;
            }
        } finally {
            found.free();
        }
    }

    /**
     * Lets libvirt look at what is in the folder, whoever made it. False while it makes a file
     * there: it looks at nothing meanwhile.
     */
    static boolean refresh(StoragePool pool) throws LibvirtException {
        try {
            pool.refresh(0);
            return true;
        } catch (LibvirtException e) {
            if (Failures.isPoolAtWork(e)) {
                return false;
            }
            throw e;
        }
    }

    static StorageVol find(StoragePool pool, String volume) throws LibvirtException {
        try {
            return pool.storageVolLookupByName(volume);
        } catch (LibvirtException e) {
            if (Failures.is(e, ErrorNumber.VIR_ERR_NO_STORAGE_VOL)) {
                return null;
            }
            throw e;
        }
    }
}
