package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.VolumeInfo;
import dev.aiwm.nodeagent.driver.DriverException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What the simulated engine holds: one file for each object, replaced whole, so that a killed agent
 * finds either the old or the new one; and one list each of images and of volumes.
 */
final class ObjectFolder {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .build();
    private static final String SUFFIX = ".json";

    private final Path objects;
    private final Path imageList;
    private final Path volumeList;
    private final Map<ResourceId, SimulatedObject> held = new ConcurrentHashMap<>();
    private final Set<String> images = new HashSet<>();
    private final Map<String, VolumeInfo> volumes = new TreeMap<>();

    ObjectFolder(Path folder) {
        objects = folder.resolve("objects");
        imageList = folder.resolve("images.txt");
        volumeList = folder.resolve("volumes.json");
        try {
            Files.createDirectories(objects);
            load();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    Optional<SimulatedObject> find(ResourceId resourceId) {
        return Optional.ofNullable(held.get(resourceId));
    }

    List<SimulatedObject> all() {
        return new ArrayList<>(held.values());
    }

    SimulatedObject put(SimulatedObject object) {
        write(fileOf(object.resourceId()), JSON.writeValueAsBytes(object));
        held.put(object.resourceId(), object);
        return object;
    }

    /** Changes an object as one step; empty when there is none. */
    Optional<SimulatedObject> change(
            ResourceId resourceId, UnaryOperator<SimulatedObject> transition) {
        return Optional.ofNullable(
                held.computeIfPresent(
                        resourceId,
                        (id, before) -> {
                            var after = transition.apply(before);
                            write(fileOf(id), JSON.writeValueAsBytes(after));
                            return after;
                        }));
    }

    void remove(ResourceId resourceId) {
        try {
            Files.deleteIfExists(fileOf(resourceId));
        } catch (IOException e) {
            throw unusable(e);
        }
        held.remove(resourceId);
    }

    synchronized boolean hasImage(String image) {
        return images.contains(image);
    }

    synchronized void addImage(String image) {
        images.add(image);
        write(imageList, String.join("\n", images).getBytes(StandardCharsets.UTF_8));
    }

    synchronized List<VolumeInfo> volumes() {
        return List.copyOf(volumes.values());
    }

    synchronized void putVolume(VolumeInfo volume) {
        volumes.put(volume.name(), volume);
        write(volumeList, JSON.writeValueAsBytes(volumes.values()));
    }

    synchronized void removeVolume(String name) {
        volumes.remove(name);
        write(volumeList, JSON.writeValueAsBytes(volumes.values()));
    }

    private Path fileOf(ResourceId resourceId) {
        return objects.resolve(resourceId.value() + SUFFIX);
    }

    private void load() throws IOException {
        if (Files.exists(imageList)) {
            images.addAll(Files.readAllLines(imageList));
        }
        if (Files.exists(volumeList)) {
            for (var volume : read(volumeList, VolumeInfo[].class)) {
                volumes.put(volume.name(), volume);
            }
        }
        try (var files = Files.list(objects)) {
            for (var file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                var object = read(file, SimulatedObject.class);
                held.put(object.resourceId(), object);
            }
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (JacksonException e) {
            throw unusable(new IOException(file + " cannot be read", e));
        }
    }

    private static void write(Path file, byte[] content) {
        var whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(whole, content);
            Files.move(
                    whole,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static DriverException unusable(IOException cause) {
        return new DriverException(
                DriverException.Kind.RETRYABLE,
                "ENGINE_UNAVAILABLE",
                "the simulated engine's folder cannot be used: " + cause.getMessage(),
                cause);
    }
}
