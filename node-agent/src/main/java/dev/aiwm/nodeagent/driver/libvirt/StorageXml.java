package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.resource.config.DiskFormat;
import dev.aiwm.nodeagent.driver.libvirt.domain.XmlReader;
import dev.aiwm.nodeagent.driver.libvirt.domain.XmlWriter;
import dev.aiwm.nodeagent.driver.libvirt.images.BaseImage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes down pools and volumes. A volume is readable for nobody but who runs the machine: a seed
 * holds hashes, a disk everything.
 */
final class StorageXml {
    private static final String QCOW2 = "qcow2";
    private static final String QCOW2_FILE = ".qcow2";

    /** The third version of the format, which libvirt does not choose by itself. */
    private static final String GROWS_WITH_SNAPSHOTS = "1.1";

    private StorageXml() {}

    static String pool(String name, Path folder) {
        return XmlWriter.document(
                "pool",
                pool -> {
                    pool.set("type", "dir").text("name", name);
                    pool.within(
                            "target",
                            target -> {
                                target.text("path", folder);
                                mode(target, "0711");
                            });
                });
    }

    static String overlay(String name, long bytes, BaseImage base) {
        return volume(
                name,
                bytes,
                QCOW2,
                volume ->
                        volume.within(
                                "backingStore",
                                store ->
                                        store.text("path", base.path())
                                                .add("format", "type", QCOW2)));
    }

    static String empty(String name, DiskFormat format, long bytes) {
        return volume(name, bytes, format.wire(), volume -> {});
    }

    static String file(String name, long bytes) {
        return volume(name, bytes, "raw", volume -> {});
    }

    /** The name of the image that lies under a volume, from what libvirt says of the volume. */
    static Optional<String> image(String xml) {
        return XmlReader.text(XmlReader.parse(xml), "backingStore", "path")
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> name.endsWith(QCOW2_FILE))
                .map(name -> name.substring(0, name.length() - QCOW2_FILE.length()));
    }

    private static String volume(
            String name, long bytes, String format, Consumer<XmlWriter> further) {
        return XmlWriter.document(
                "volume",
                volume -> {
                    volume.text("name", name);
                    volume.within("capacity", size -> size.set("unit", "bytes").content(bytes));
                    volume.text("allocation", 0);
                    volume.within(
                            "target",
                            target -> {
                                target.add("format", "type", format);
                                mode(target, "0600");
                                if (format.equals(QCOW2)) {
                                    target.text("compat", GROWS_WITH_SNAPSHOTS);
                                }
                            });
                    further.accept(volume);
                });
    }

    private static void mode(XmlWriter target, String mode) {
        target.within("permissions", permissions -> permissions.text("mode", mode));
    }
}
