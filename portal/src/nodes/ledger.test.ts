import { describe, expect, it } from 'vitest';
import type { GpuDevice } from '../api/types';
import { NOTHING, allocation, node } from '../testing/samples';
import { computeShare, gpuTiles, segments } from './ledger';

const gpu = (deviceId: string, part: Partial<GpuDevice> = {}): GpuDevice => ({
    deviceId,
    model: 'H100',
    memoryTotal: 81920,
    migEnabled: false,
    migInstances: [],
    ...part,
});

describe('the ledger of a node', () => {
    it('says who holds each GPU and each slice', () => {
        const split = gpu('GPU-8', {
            migEnabled: true,
            migInstances: [
                { instanceId: 'm0', profile: '3g.40gb', memoryMB: 40960 },
                { instanceId: 'm1', profile: '1g.10gb', memoryMB: 10240 },
            ],
        });
        const tiles = gpuTiles(node({ gpuDevices: [gpu('GPU-0'), gpu('GPU-1'), split] }), [
            allocation({
                resourceId: 'a',
                resourceName: 'A',
                claims: { ...NOTHING, gpuIds: ['GPU-1'] },
            }),
            allocation({
                resourceId: 'b',
                resourceName: null,
                confirmed: false,
                claims: {
                    ...NOTHING,
                    migSlices: [{ gpuId: 'GPU-8', instanceId: 'm1', profile: '1g.10gb' }],
                },
            }),
        ]);
        expect(tiles.map((tile) => [tile.label, tile.holder?.name ?? null])).toEqual([
            ['0', null],
            ['1', 'A'],
            ['8', null],
        ]);
        expect(tiles[2]?.slices.map((slice) => [slice.share, slice.holder])).toEqual([
            [3, null],
            [1, { resourceId: 'b', name: 'b', confirmed: false }],
        ]);
    });

    it('numbers GPUs whose ids are long', () => {
        const tiles = gpuTiles(node({ gpuDevices: [gpu('GPU-5f2c'), gpu('GPU-aa00')] }), []);
        expect(tiles.map((tile) => tile.label)).toEqual(['0', '1']);
    });

    it('lists holders of a quantity, the largest first and none of nothing', () => {
        const held = (resourceId: string, cpuCores: number) =>
            allocation({ resourceId, claims: { ...NOTHING, cpuCores } });
        const found = segments([held('a', 1), held('b', 4), held('c', 0)], 'cpuCores');
        expect(found.map((it) => [it.resourceId, it.amount])).toEqual([
            ['b', 4],
            ['a', 1],
        ]);
    });

    it('knows the share that a profile names', () => {
        expect(['1g.10gb', '3g.40gb', '7g.80gb', 'other'].map(computeShare)).toEqual([1, 3, 7, 1]);
    });
});
