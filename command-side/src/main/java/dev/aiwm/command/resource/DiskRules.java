package dev.aiwm.command.resource;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.config.DataDisk;
import dev.aiwm.contracts.resource.config.DiskFormat;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;

import java.util.function.Function;
import java.util.stream.Collectors;

/** What may become of the disks of a machine that is made. */
final class DiskRules {
    private DiskRules() {}

    static void everyDiskHasRoomForSnapshots(ResourceState state) {
        if (state.config() instanceof VirtualMachineConfig machine && hasRawDisk(machine)) {
            throw ResourceRules.refused(
                    state,
                    RejectionCode.SNAPSHOT_NEEDS_QCOW2,
                    "the machine has a raw disk, and snapshots lie inside qcow2 disks");
        }
    }

    private static boolean hasRawDisk(VirtualMachineConfig machine) {
        return machine.effectiveDiskFormat() == DiskFormat.RAW
                || machine.disks().stream()
                        .anyMatch(disk -> disk.effectiveFormat() == DiskFormat.RAW);
    }

    /** One of another name is another disk; one that is left out is removed with what is on it. */
    static void whatStaysOnlyGrowsAndNotUnderSnapshots(ResourceState state, ResourceConfig after) {
        boolean made = state.runtime() != null;
        if (!made
                || !(state.config() instanceof VirtualMachineConfig before)
                || !(after instanceof VirtualMachineConfig machine)
                || before.osImage() != machine.osImage()) {
            return;
        }
        keepsFormat(state, before.effectiveDiskFormat(), machine.effectiveDiskFormat());
        var disks =
                before.disks().stream()
                        .collect(Collectors.toMap(DataDisk::name, Function.identity()));
        for (var disk : machine.disks()) {
            var same = disks.get(disk.name());
            if (same != null) {
                keepsFormat(state, same.effectiveFormat(), disk.effectiveFormat());
                if (disk.sizeGB() < same.sizeGB()) {
                    throw ResourceRules.refused(
                            state, RejectionCode.DISK_CANNOT_SHRINK, "a disk can only grow");
                }
            }
        }
        if (!state.snapshots().isEmpty() && !before.disks().equals(machine.disks())) {
            throw ResourceRules.refused(
                    state,
                    RejectionCode.SNAPSHOT_IN_THE_WAY,
                    "the disks cannot change while there are snapshots of them");
        }
    }

    private static void keepsFormat(ResourceState state, DiskFormat before, DiskFormat after) {
        if (before != after) {
            throw ResourceRules.refused(
                    state,
                    RejectionCode.DISK_FORMAT_FIXED,
                    "a disk keeps the format that it was made in");
        }
    }
}
