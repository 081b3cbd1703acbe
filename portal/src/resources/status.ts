import type {
    ExecutionView,
    ResourceStatus,
    ResourceType,
    ResourceView,
    StepView,
} from '../api/types';

/** The few groups that people look for. */
export type StatusGroup = 'running' | 'busy' | 'stopped' | 'failed' | 'unknown';

export const GROUPS: Record<StatusGroup, string> = {
    running: 'Running',
    busy: 'Under way',
    stopped: 'Stopped',
    failed: 'Failed',
    unknown: 'Unknown',
};

export function groupOf(status: ResourceStatus): StatusGroup {
    switch (status) {
        case 'running':
        case 'stopped':
        case 'failed':
            return status;
        case 'paused':
            return 'stopped';
        case 'queued':
        case 'deploying':
        case 'starting':
        case 'stopping':
        case 'restarting':
        case 'deleting':
            return 'busy';
        default:
            return 'unknown';
    }
}

export const TYPES: Record<ResourceType, string> = {
    'virtual-machine': 'Virtual machine',
    'application-container': 'Container',
    'inference-container': 'Inference',
    unknown: 'Unknown kind',
};

/** Where the wish and the truth differ although nothing is under way that would bring them together. */
export function divergenceText(resource: ResourceView): string | null {
    if (resource.divergence == null || groupOf(resource.status) === 'busy') {
        return null;
    }
    const { wanted, actual } = resource.divergence;
    return actual === resource.status ? `wanted ${wanted}` : `wanted ${wanted}, is ${actual}`;
}

export interface Progress {
    percent: number;
    text: string;
    undoing: boolean;
}

/** What an execution is doing right now; null when it has ended. */
export function progressOf(execution: ExecutionView | undefined): Progress | null {
    if (execution === undefined || execution.done) {
        return null;
    }
    const undoing = execution.status === 'compensating';
    const total = execution.steps.length;
    const step = currentStep(execution.steps);
    const percent = Math.min(100, Math.max(0, Math.round(execution.progress)));
    if (step === undefined) {
        return { percent, text: undoing ? 'undoing' : execution.action, undoing };
    }
    const parts = [
        `${undoing ? 'undoing ' : ''}${step.name}`,
        `step ${Math.min(step.index + 1, total)} of ${total}`,
    ];
    if (step.attempt > 1) {
        parts.push(`attempt ${step.attempt} of ${step.maxRetries + 1}`);
    }
    return { percent, text: parts.join(' · '), undoing };
}

function currentStep(steps: StepView[]): StepView | undefined {
    const moving = ['compensating', 'acknowledged', 'dispatched', 'waiting-retry'];
    for (const status of moving) {
        const found = steps.find((step) => step.status === status);
        if (found !== undefined) {
            return found;
        }
    }
    return steps.find((step) => step.status === 'pending');
}
