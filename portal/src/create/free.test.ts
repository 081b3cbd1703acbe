import { expect, it } from 'vitest';
import { NOTHING, allocation, node } from '../testing/samples';
import { freeGpus, usable } from './free';

it('tells what is free and who holds the rest', () => {
    const gpu = { model: 'H100', memoryTotal: 81_920, migInstances: [] };
    const slice = (instanceId: string) => ({ instanceId, profile: '1g.10gb', memoryMB: 10_240 });
    const one = node({
        gpuDevices: [
            { ...gpu, deviceId: 'GPU-0', migEnabled: false },
            { ...gpu, deviceId: 'GPU-1', migEnabled: false },
            { ...gpu, deviceId: 'GPU-2', migEnabled: true, migInstances: [slice('1'), slice('2')] },
        ],
    });
    const held = allocation({
        claims: {
            ...NOTHING,
            gpuIds: ['GPU-0'],
            migSlices: [{ gpuId: 'GPU-2', instanceId: '2', profile: '1g.10gb' }],
        },
    });
    const { gpus, profiles } = freeGpus([one], new Map([['node-1', [held]]]));
    expect(gpus.map((it) => [it.deviceId, it.holder])).toEqual([
        ['GPU-0', 'web'],
        ['GPU-1', null],
    ]);
    expect(profiles).toEqual([{ profile: '1g.10gb', memoryMB: 10_240, free: 1, total: 2 }]);
});

it('offers only nodes that take something new', () => {
    const nodes = [
        node({ nodeId: 'b' }),
        node({ nodeId: 'a' }),
        node({ nodeId: 'c', cordoned: true }),
        node({ nodeId: 'd', fenced: true }),
        node({ nodeId: 'e', status: 'offline' }),
    ];
    expect(usable(nodes).map((it) => it.nodeId)).toEqual(['a', 'b']);
});
