package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.PullResponseItem;

import java.util.LinkedHashMap;
import java.util.Map;

/** How far the layers of an image are: each is downloaded, then unpacked. */
final class Layers {
    private static final long MB = 1024L * 1024;
    private static final int ALMOST = 99;
    private static final int PERCENT = 100;

    private final Map<String, Layer> layers = new LinkedHashMap<>();

    private static final class Layer {
        long size;
        long downloaded;
        long unpacked;
        boolean complete;
    }

    void heard(PullResponseItem item) {
        if (item.getId() == null || item.getStatus() == null) {
            return;
        }
        switch (item.getStatus()) {
            case "Pulling fs layer", "Waiting" -> layer(item);
            case "Downloading" -> {
                var layer = layer(item);
                layer.size = total(item, layer.size);
                layer.downloaded = current(item, layer.downloaded);
            }
            case "Verifying Checksum", "Download complete" -> {
                var layer = layer(item);
                layer.downloaded = layer.size;
            }
            case "Extracting" -> {
                var layer = layer(item);
                layer.size = total(item, layer.size);
                layer.downloaded = layer.size;
                layer.unpacked = current(item, layer.unpacked);
            }
            case "Pull complete", "Already exists" -> layer(item).complete = true;
            default -> {}
        }
    }

    /** Of all bytes so far known of; never all, as the image is there only at the very end. */
    int percent() {
        long work = 0;
        long done = 0;
        long complete = 0;
        for (var layer : layers.values()) {
            work += 2 * layer.size;
            done += layer.complete ? 2 * layer.size : layer.downloaded + layer.unpacked;
            complete += layer.complete ? 1 : 0;
        }
        long percent =
                work > 0
                        ? PERCENT * done / work
                        : layers.isEmpty() ? 0 : PERCENT * complete / layers.size();
        return (int) Math.min(ALMOST, percent);
    }

    private Layer layer(PullResponseItem item) {
        return layers.computeIfAbsent(item.getId(), id -> new Layer());
    }

    private static long total(PullResponseItem item, long otherwise) {
        var detail = item.getProgressDetail();
        return detail == null || detail.getTotal() == null ? otherwise : detail.getTotal();
    }

    private static long current(PullResponseItem item, long otherwise) {
        var detail = item.getProgressDetail();
        return detail == null || detail.getCurrent() == null ? otherwise : detail.getCurrent();
    }

    @Override
    public String toString() {
        long complete = layers.values().stream().filter(layer -> layer.complete).count();
        long size = layers.values().stream().mapToLong(layer -> layer.size).sum();
        long downloaded = layers.values().stream().mapToLong(layer -> layer.downloaded).sum();
        return "%d of %d layers, %d of %d MB"
                .formatted(complete, layers.size(), downloaded / MB, size / MB);
    }
}
