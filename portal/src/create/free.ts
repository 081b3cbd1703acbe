import type { AllocationView, NodeView } from '../api/types';
import { gpuTiles } from '../nodes/ledger';

export interface FreeProfile {
    profile: string;
    memoryMB: number;
    free: number;
    total: number;
}

export interface FreeGpu {
    nodeId: string;
    deviceId: string;
    model: string;
    memoryMB: number;
    /** Who holds it; null when it is free. */
    holder: string | null;
}

/** What of the GPUs of these nodes is free, as their ledgers say. */
export function freeGpus(
    nodes: NodeView[],
    allocations: ReadonlyMap<string, readonly AllocationView[]>,
): { gpus: FreeGpu[]; profiles: FreeProfile[] } {
    const gpus: FreeGpu[] = [];
    const profiles = new Map<string, FreeProfile>();
    for (const node of nodes) {
        for (const tile of gpuTiles(node, allocations.get(node.nodeId) ?? [])) {
            if (!tile.gpu.migEnabled) {
                gpus.push({
                    nodeId: node.nodeId,
                    deviceId: tile.gpu.deviceId,
                    model: tile.gpu.model,
                    memoryMB: tile.gpu.memoryTotal,
                    holder: tile.holder?.name ?? null,
                });
            }
            for (const { instance, holder } of tile.slices) {
                const known = profiles.get(instance.profile) ?? {
                    profile: instance.profile,
                    memoryMB: instance.memoryMB,
                    free: 0,
                    total: 0,
                };
                known.total++;
                known.free += holder === null ? 1 : 0;
                profiles.set(instance.profile, known);
            }
        }
    }
    const byName = (a: FreeProfile, b: FreeProfile) =>
        a.profile.localeCompare(b.profile, undefined, { numeric: true });
    return { gpus, profiles: [...profiles.values()].sort(byName) };
}

/** Nodes on which something new may be placed. */
export function usable(nodes: Iterable<NodeView>): NodeView[] {
    return [...nodes]
        .filter((node) => node.status === 'online' && !node.fenced && !node.cordoned)
        .sort((a, b) => a.nodeId.localeCompare(b.nodeId, undefined, { numeric: true }));
}
