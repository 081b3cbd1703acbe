package dev.aiwm.nodeagent.gpu;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The GPUs of this machine, with those that machines have. A GPU that is handed to a machine is
 * taken from NVIDIA's driver, which does not know it any more; what it was is remembered in a file,
 * and the kernel says that it is still there and handed out.
 */
public final class RememberedGpus {
    private static final Logger log = LoggerFactory.getLogger(RememberedGpus.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HANDED_OUT = "vfio-pci";

    private final Path file;
    private final Path sys;

    /** What the file holds. */
    private record Memory(List<Gpu> gpus) {}

    public RememberedGpus(Path file) {
        this(file, Path.of("/sys"));
    }

    /**
     * @param sys where the kernel shows its devices
     */
    RememberedGpus(Path file, Path sys) {
        this.file = file;
        this.sys = sys;
    }

    /** Those that NVIDIA's driver tells of, and those that it has handed out. */
    public synchronized List<Gpu> with(List<Gpu> told) {
        var remembered = read();
        var all = new ArrayList<>(told);
        for (var gpu : remembered) {
            boolean known = told.stream().anyMatch(other -> other.id().equals(gpu.id()));
            if (!known && isHandedOut(gpu)) {
                all.add(gpu);
            }
        }
        if (!all.equals(remembered) && !all.isEmpty()) {
            write(all);
        }
        return all;
    }

    private boolean isHandedOut(Gpu gpu) {
        if (gpu.pciAddress() == null) {
            return false;
        }
        var driver = sys.resolve("bus/pci/devices").resolve(gpu.pciAddress()).resolve("driver");
        try {
            return driver.toRealPath().getFileName().toString().equals(HANDED_OUT);
        } catch (IOException e) {
            log.debug("{} has no driver", gpu.pciAddress(), e);
            return false;
        }
    }

    private List<Gpu> read() {
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readString(file), Memory.class).gpus()
                    : List.of();
        } catch (IOException | JacksonException e) {
            log.warn("{} cannot be read: {}", file, e.getMessage());
            return List.of();
        }
    }

    private void write(List<Gpu> gpus) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, JSON.writeValueAsString(new Memory(gpus)));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("{} cannot be written: {}", file, e.getMessage());
        }
    }
}
