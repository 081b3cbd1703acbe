package dev.aiwm.nodeagent.gpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what {@code nvidia-smi -L} writes: the only place where it tells the profiles of slices,
 * and in many versions of the driver their ids.
 */
final class SmiList {
    private static final Pattern GPU = Pattern.compile("GPU \\d+:.*\\(UUID: (GPU-[0-9a-f-]+)\\).*");
    private static final Pattern SLICE =
            Pattern.compile("\\s+MIG (\\S+)\\s+Device\\s+(\\d+):\\s+\\(UUID: (MIG-[^)]+)\\).*");

    private final Map<String, List<Gpu.Slice>> slices = new HashMap<>();

    private SmiList() {}

    static SmiList read(String text) {
        var list = new SmiList();
        String gpu = null;
        for (String line : text.lines().toList()) {
            var whole = GPU.matcher(line);
            var part = SLICE.matcher(line);
            if (whole.matches()) {
                gpu = whole.group(1);
            } else if (part.matches() && gpu != null) {
                list.slices
                        .computeIfAbsent(gpu, id -> new ArrayList<>())
                        .add(
                                new Gpu.Slice(
                                        Integer.parseInt(part.group(2)),
                                        part.group(3),
                                        part.group(1),
                                        null));
            }
        }
        return list;
    }

    /** The GPU with the names of its slices; a slice that is not listed is left out. */
    Gpu named(Gpu gpu) {
        var listed = slices.getOrDefault(gpu.id(), List.of());
        var named = new ArrayList<Gpu.Slice>();
        for (var slice : gpu.slices()) {
            listed.stream()
                    .filter(other -> other.index() == slice.index())
                    .findFirst()
                    .ifPresent(other -> named.add(slice.named(other.id(), other.profile())));
        }
        return gpu.withSlices(named);
    }
}
