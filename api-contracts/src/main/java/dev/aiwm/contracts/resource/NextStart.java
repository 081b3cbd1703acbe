package dev.aiwm.contracts.resource;

import dev.aiwm.contracts.resource.config.ResourceConfig;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/** What is asked for already, but made only when the resource is started. */
final class NextStart {
    private NextStart() {}

    /** The whole configuration waits to be made anew, and these parts of it differ. */
    static void reconfigured(ResourceDraft draft, ResourceConfig config) {
        if (draft.runtime == null) {
            return;
        }
        var parts = EnumSet.of(SizePart.CONFIG);
        parts.addAll(draft.fromNextStart);
        var before = draft.config.size();
        var after = config.size();
        if (!Objects.equals(before.cpuCores(), after.cpuCores())) {
            parts.add(SizePart.CPU);
        }
        if (!Objects.equals(before.ramMB(), after.ramMB())) {
            parts.add(SizePart.RAM);
        }
        if (!disks(draft.config).equals(disks(config))) {
            parts.add(SizePart.DISK);
        }
        draft.fromNextStart = List.copyOf(parts);
    }

    static void resized(ResourceDraft draft, List<SizePart> later) {
        if (waitsForAll(draft)) {
            var parts = EnumSet.copyOf(draft.fromNextStart);
            parts.addAll(later);
            draft.fromNextStart = List.copyOf(parts);
        } else {
            draft.fromNextStart = later;
        }
    }

    /** A restart begins again what is made; only a start makes it anew. */
    static void started(ResourceDraft draft) {
        boolean restarted =
                draft.operation != null && draft.operation.action() == ResourceAction.RESTART;
        if (!restarted || !waitsForAll(draft)) {
            draft.fromNextStart = List.of();
        }
    }

    private static boolean waitsForAll(ResourceDraft draft) {
        return draft.fromNextStart.contains(SizePart.CONFIG);
    }

    /** What makes the disks of a machine what they are. */
    private static List<Object> disks(ResourceConfig config) {
        return config.fold(
                machine ->
                        List.of(
                                machine.osImage(),
                                machine.diskGB(),
                                machine.effectiveDiskFormat(),
                                machine.disks()),
                application -> List.of(),
                inference -> List.of());
    }
}
