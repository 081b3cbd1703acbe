package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.libvirt.domain.XmlReader;

import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;

import java.nio.file.Path;

/** Which pool of libvirt's is ours; it is made when it is not there. */
final class PoolPlace {
    private final String name;
    private final Path folder;

    PoolPlace(String name, Path folder) {
        this.name = name;
        this.folder = folder.toAbsolutePath().normalize();
    }

    String name() {
        return name;
    }

    Path folder() {
        return folder;
    }

    synchronized StoragePool open(Connect connect) throws LibvirtException {
        StoragePool pool;
        try {
            pool = connect.storagePoolLookupByName(name);
        } catch (LibvirtException e) {
            if (!Failures.is(e, ErrorNumber.VIR_ERR_NO_STORAGE_POOL)) {
                throw e;
            }
            pool = connect.storagePoolDefineXML(StorageXml.pool(name, folder), 0);
            pool.build(0);
            pool.setAutostart(1);
        }
        requireOurs(pool);
        if (pool.isActive() == 0) {
            pool.create(0);
        }
        return pool;
    }

    private void requireOurs(StoragePool pool) throws LibvirtException {
        String path =
                XmlReader.text(XmlReader.parse(pool.getXMLDesc(0)), "target", "path").orElse("");
        if (!path.equals(folder.toString())) {
            pool.free();
            throw DriverException.permanent(
                    Failures.CONFLICT,
                    "libvirt's pool %s is the folder %s, not %s: set AIWM_DISKS or AIWM_DISK_POOL"
                            .formatted(name, path, folder));
        }
    }
}
