import type { AllocationView, GpuDevice, MigInstance, NodeView } from '../api/types';

/** Who holds a piece of a node. Not confirmed: reserved for a resource that is being made. */
export interface Holder {
    resourceId: string;
    name: string;
    confirmed: boolean;
}

export interface Segment extends Holder {
    amount: number;
}

export interface Slice {
    instance: MigInstance;
    /** Its part of the GPU's compute, in the sevenths that profiles count in. */
    share: number;
    holder: Holder | null;
}

export interface GpuTile {
    gpu: GpuDevice;
    label: string;
    holder: Holder | null;
    slices: Slice[];
}

export type Quantity = 'cpuCores' | 'ramMB' | 'diskGB';

/** Who holds how much of one quantity, the largest first. */
export function segments(allocations: readonly AllocationView[], quantity: Quantity): Segment[] {
    return allocations
        .filter((allocation) => allocation.claims[quantity] > 0)
        .map((allocation) => ({ ...holderOf(allocation), amount: allocation.claims[quantity] }))
        .sort((a, b) => b.amount - a.amount || a.resourceId.localeCompare(b.resourceId));
}

export function gpuTiles(node: NodeView, allocations: readonly AllocationView[]): GpuTile[] {
    const whole = new Map<string, Holder>();
    const sliced = new Map<string, Holder>();
    for (const allocation of allocations) {
        const holder = holderOf(allocation);
        allocation.claims.gpuIds.forEach((id) => whole.set(id, holder));
        allocation.claims.migSlices.forEach((slice) =>
            sliced.set(`${slice.gpuId}/${slice.instanceId}`, holder),
        );
    }
    return node.gpuDevices.map((gpu, index) => ({
        gpu,
        label: shortLabel(gpu.deviceId, index),
        holder: whole.get(gpu.deviceId) ?? null,
        slices: gpu.migInstances.map((instance) => ({
            instance,
            share: computeShare(instance.profile),
            holder: sliced.get(`${gpu.deviceId}/${instance.instanceId}`) ?? null,
        })),
    }));
}

/** `3g.40gb` has three of the seven compute slices of its GPU. */
export function computeShare(profile: string): number {
    const found = /^([1-7])g\./.exec(profile);
    return found?.[1] === undefined ? 1 : Number(found[1]);
}

/** The number at the end of an id such as `GPU-3`; the place in the list where ids are UUIDs. */
function shortLabel(deviceId: string, index: number): string {
    const found = /^GPU-([0-9]{1,3})$/i.exec(deviceId);
    return found?.[1] ?? String(index);
}

function holderOf(allocation: AllocationView): Holder {
    return {
        resourceId: allocation.resourceId,
        name: allocation.resourceName ?? allocation.resourceId,
        confirmed: allocation.confirmed,
    };
}
