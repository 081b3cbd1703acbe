package dev.aiwm.benchmarks;

import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * libvirt without anything of ours between: one open connection, and its own command line. It makes
 * what a machine of ours is made of: an overlay of the same image, a disc of the same size, and the
 * same definition under another name.
 */
final class RawLibvirt implements AutoCloseable {
    private static final String URI = "qemu:///system";
    private static final int SECURE_AND_INACTIVE = 1 | 2;
    private static final long GIB = 1L << 30;

    private final Connect connection;
    private final StoragePool pool;
    private final Path folder;
    private final Path scratch;
    private final String template;
    private final String overlay;
    private final byte[] seed;
    private final List<String> made = new ArrayList<>();

    private RawLibvirt(String pool, Path folder, Path image, String of, Path scratch)
            throws LibvirtException, IOException {
        connection = new Connect(URI);
        this.pool = connection.storagePoolLookupByName(pool);
        this.folder = folder;
        this.scratch = Files.createDirectories(scratch);
        var domain = connection.domainLookupByName("aiwm-" + of);
        template =
                domain.getXMLDesc(SECURE_AND_INACTIVE)
                        .replaceAll("<uuid>[^<]*</uuid>", "<uuid>UUID</uuid>")
                        .replaceAll("(?s)<metadata>.*?</metadata>", "")
                        .replaceAll("<mac address='[^']*'/>", "")
                        .replace(of, "NAME");
        domain.free();
        seed = Files.readAllBytes(folder.resolve(of + ".seed.iso"));
        overlay =
                """
                <volume><name>VOLUME</name><capacity unit='bytes'>%d</capacity><allocation>0</allocation>
                <target><format type='qcow2'/><compat>1.1</compat></target>
                <backingStore><path>%s</path><format type='qcow2'/></backingStore></volume>
                """
                        .formatted(10 * GIB, image);
    }

    static boolean isThere() {
        try {
            return Peer.isThere("virsh")
                    && Peer.isThere("qemu-img")
                    && !Peer.tell("virsh", "-c", URI, "version").isEmpty();
        } catch (IOException | IllegalStateException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Like this machine of ours, which has to be there when this is called. */
    static RawLibvirt like(String resourceId, String pool, Path folder, Path image, Path scratch)
            throws LibvirtException, IOException {
        return new RawLibvirt(pool, folder, image, resourceId, scratch);
    }

    /** On the open connection. */
    void start() throws LibvirtException {
        String name = next();
        pool.storageVolCreateXML(overlay.replace("VOLUME", name + ".root.qcow2"), 0).free();
        String disc =
                "<volume><name>%s.seed.iso</name><capacity unit='bytes'>%d</capacity></volume>"
                        .formatted(name, seed.length);
        var volume = pool.storageVolCreateXML(disc, 0);
        var stream = connection.streamNew(0);
        volume.upload(stream, 0, seed.length, 0);
        int sent = 0;
        while (sent < seed.length) {
            sent += stream.send(Arrays.copyOfRange(seed, sent, seed.length));
        }
        stream.finish();
        stream.free();
        volume.free();
        var domain = connection.domainDefineXML(definition(name));
        domain.create();
        domain.free();
    }

    /** What one would type. */
    void type() throws LibvirtException, IOException, InterruptedException {
        String name = next();
        var file = scratch.resolve(name + ".xml");
        Files.writeString(file, definition(name));
        var disk = scratch.resolve(name + ".disk.xml");
        Files.writeString(disk, overlay.replace("VOLUME", name + ".root.qcow2"));
        String inPool = pool.getName();
        Peer.tell("virsh", "-c", URI, "vol-create", inPool, disk.toString());
        Files.write(folder.resolve(name + ".seed.iso"), seed);
        Peer.tell("virsh", "-c", URI, "define", file.toString());
        Peer.tell("virsh", "-c", URI, "start", "aiwm-" + name);
    }

    private String definition(String name) {
        return template.replace("NAME", name).replace("UUID", UUID.randomUUID().toString());
    }

    private String next() {
        String name = "bench-" + UUID.randomUUID();
        made.add(name);
        return name;
    }

    /** Everything that was made. */
    void removeAll() throws LibvirtException, IOException {
        for (var name : made) {
            var domain = connection.domainLookupByName("aiwm-" + name);
            if (domain.isActive() == 1) {
                domain.destroy();
            }
            domain.undefine();
            domain.free();
            for (var file : List.of(".root.qcow2", ".seed.iso", ".console.log")) {
                Files.deleteIfExists(folder.resolve(name + file));
            }
        }
        made.clear();
        pool.refresh(0);
    }

    @Override
    public void close() throws LibvirtException, IOException {
        removeAll();
        pool.free();
        connection.close();
    }
}
