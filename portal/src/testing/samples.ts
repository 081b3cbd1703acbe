import type {
    AllocationView,
    Claims,
    ExecutionView,
    NodeView,
    ResourceView,
    StepView,
} from '../api/types';

const AT = '2026-01-05T14:03:00Z';

export const NOTHING: Claims = {
    cpuCores: 0,
    ramMB: 0,
    diskGB: 0,
    gpuIds: [],
    migSlices: [],
    staticIps: [],
    hostPorts: [],
};

export function resource(part: Partial<ResourceView> = {}): ResourceView {
    return {
        _id: 'aaaaaaaaaaaaaaaaaaaaaaaa',
        name: 'web',
        resourceType: 'application-container',
        nodeId: 'node-1',
        status: 'running',
        config: { type: 'application-container', imageName: 'nginx' },
        wantedStatus: 'running',
        allowedActions: ['stop', 'restart', 'delete'],
        simulated: false,
        generation: 1,
        version: 3,
        createdAt: AT,
        updatedAt: AT,
        ...part,
    };
}

export function node(part: Partial<NodeView> = {}): NodeView {
    return {
        nodeId: 'node-1',
        name: 'Node one',
        status: 'online',
        fenced: false,
        cordoned: false,
        simulated: false,
        cpuOvercommit: 4,
        gpuDevices: [],
        engines: ['docker'],
        capacity: {
            cpuCores: 64,
            cpuAllocatable: 256,
            cpuClaimed: 8,
            ramMB: 262144,
            ramClaimedMB: 32768,
            diskGB: 2048,
            diskClaimedGB: 100,
            gpus: 2,
            gpusClaimed: 1,
            migSlices: 0,
            migSlicesClaimed: 0,
        },
        version: 5,
        createdAt: AT,
        updatedAt: AT,
        ...part,
    };
}

export function allocation(part: Partial<AllocationView> = {}): AllocationView {
    return {
        resourceId: 'aaaaaaaaaaaaaaaaaaaaaaaa',
        resourceName: 'web',
        confirmed: true,
        claims: NOTHING,
        since: AT,
        ...part,
    };
}

export function step(part: Partial<StepView> = {}): StepView {
    return {
        index: 0,
        name: 'pull',
        nodeId: 'node-1',
        action: 'container.pull',
        dependsOn: [],
        optional: false,
        status: 'pending',
        attempt: 0,
        maxRetries: 3,
        progress: 0,
        ...part,
    };
}

export function execution(part: Partial<ExecutionView> = {}): ExecutionView {
    return {
        executionId: 'eeeeeeeeeeeeeeeeeeeeeeee',
        name: 'create web',
        action: 'create',
        resourceId: 'aaaaaaaaaaaaaaaaaaaaaaaa',
        status: 'running',
        progress: 40,
        done: false,
        steps: [],
        cancelRequested: false,
        startedAt: AT,
        timeoutAt: AT,
        updatedAt: AT,
        version: 2,
        ...part,
    };
}
