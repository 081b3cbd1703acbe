import type { ResourceFilter, ResourceTask } from '../api/bulk';
import type { Timing } from '../api/schedules';
import { duration, instant } from '../format';

/** What is done, as a sentence would say it. */
export function taskInWords(task: ResourceTask): string {
    switch (task.action) {
        case 'stop':
        case 'restart':
            return task.gracePeriodSeconds == null
                ? task.action
                : `${task.action} within ${task.gracePeriodSeconds} s`;
        case 'snapshot':
            return task.name == null ? 'snapshot' : `snapshot ${task.name}`;
        case 'delete-snapshot':
            return `delete snapshot ${task.snapshotId ?? ''}`.trim();
        default:
            return task.action;
    }
}

export function timingInWords(timing: Timing): string {
    switch (timing.type) {
        case 'once':
            return `once, ${instant(timing.at)}`;
        case 'after':
            return `once, after ${duration(timing.seconds * 1000)}`;
        case 'cron':
            return `${timing.expression} in ${timing.timeZone ?? 'UTC'}`;
    }
}

export function filterInWords(filter: ResourceFilter): string {
    const parts = [
        filter.name == null ? '' : `named ${filter.name}`,
        filter.resourceType == null ? '' : `of type ${filter.resourceType}`,
        filter.nodeId == null ? '' : `on ${filter.nodeId}`,
        (filter.status ?? []).join(' or '),
        filter.owner == null ? '' : `of ${filter.owner}`,
        ...(filter.label ?? []),
    ];
    return `all resources ${parts.filter(Boolean).join(', ')}`.trim();
}
