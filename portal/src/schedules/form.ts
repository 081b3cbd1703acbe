import type { ResourceFilter, ResourceTask } from '../api/bulk';
import type { Retention, ScheduleView, Timing } from '../api/schedules';
import type { Json } from '../ui/diff';

/** What stands in the fields; all are texts, as fields are. */
export interface Form {
    name: string;
    action: ResourceTask['action'];
    grace: string;
    force: boolean;
    snapshotName: string;
    snapshotDescription: string;
    snapshotId: string;
    target: 'one' | 'filter';
    resourceId: string;
    filterName: string;
    filterType: string;
    filterNode: string;
    filterStatus: string;
    filterLabels: string;
    filterOwner: string;
    timing: Timing['type'];
    at: string;
    /** The instant that `at` came from, to the millisecond. */
    exactly: string;
    after: string;
    unit: string;
    expression: string;
    timeZone: string;
    missedRuns: string;
    parallelism: string;
    keep: string;
    maxAgeDays: string;
}

const DAY = 86_400;

export function emptyForm(timeZone: string): Form {
    return {
        name: '',
        action: 'stop',
        grace: '',
        force: false,
        snapshotName: '{schedule}-{date}',
        snapshotDescription: '',
        snapshotId: '',
        target: 'one',
        resourceId: '',
        filterName: '',
        filterType: '',
        filterNode: '',
        filterStatus: '',
        filterLabels: '',
        filterOwner: '',
        timing: 'cron',
        at: '',
        exactly: '',
        after: '1',
        unit: '3600',
        expression: '0 3 * * *',
        timeZone,
        missedRuns: 'skip',
        parallelism: '',
        keep: '',
        maxAgeDays: '',
    };
}

/** The fields of a schedule that is there already. */
export function formOf(schedule: ScheduleView, timeZone: string): Form {
    const { operation, timing, filter, retention } = schedule;
    const form = emptyForm(timeZone);
    return {
        ...form,
        name: schedule.name,
        action: operation.action,
        grace: 'gracePeriodSeconds' in operation ? text(operation.gracePeriodSeconds) : '',
        force: 'force' in operation && operation.force === true,
        ...(operation.action === 'snapshot'
            ? {
                  snapshotName: text(operation.name),
                  snapshotDescription: text(operation.description),
              }
            : {}),
        snapshotId: operation.action === 'delete-snapshot' ? text(operation.snapshotId) : '',
        target: filter == null ? 'one' : 'filter',
        resourceId: schedule.resourceId ?? '',
        filterName: filter?.name ?? '',
        filterType: filter?.resourceType ?? '',
        filterNode: filter?.nodeId ?? '',
        filterStatus: (filter?.status ?? []).join(','),
        filterLabels: (filter?.label ?? []).join(', '),
        filterOwner: filter?.owner ?? '',
        timing: timing.type,
        ...(timing.type === 'once'
            ? { at: localOf(timing.at), exactly: timing.at }
            : timing.type === 'after'
              ? afterOf(timing.seconds)
              : { expression: timing.expression, timeZone: timing.timeZone ?? 'UTC' }),
        missedRuns: schedule.missedRuns,
        parallelism: text(schedule.parallelism),
        keep: text(retention?.keep),
        maxAgeDays: retention?.maxAgeSeconds == null ? '' : text(retention.maxAgeSeconds / DAY),
    };
}

/** What the API is asked for. Empty fields are left out. */
export function requestOf(form: Form): { [name: string]: Json } {
    return filled({
        name: form.name.trim(),
        resourceId: form.target === 'one' ? form.resourceId.trim() : '',
        filter: form.target === 'filter' ? filterOf(form) : undefined,
        operation: operationOf(form),
        timing: timingOf(form),
        missedRuns: form.missedRuns,
        parallelism: whole(form.parallelism),
        retention: form.action === 'snapshot' ? retentionOf(form) : undefined,
    });
}

/** Without what is only to be told, so that both can be compared. */
export function requestOfView(schedule: ScheduleView): { [name: string]: Json } {
    const { name, resourceId, filter, operation, timing, missedRuns } = schedule;
    const { parallelism, retention } = schedule;
    const all = { name, resourceId, filter, operation, timing, missedRuns, parallelism, retention };
    return JSON.parse(JSON.stringify(all), (_, value: Json) => value ?? undefined) as {
        [name: string]: Json;
    };
}

export function filterOf(form: Form): ResourceFilter {
    return filled({
        name: form.filterName.trim(),
        resourceType: form.filterType,
        nodeId: form.filterNode,
        owner: form.filterOwner,
        status: form.filterStatus === '' ? undefined : form.filterStatus.split(','),
        label: form.filterLabels
            .split(',')
            .map((label) => label.trim())
            .filter(Boolean),
    }) as ResourceFilter;
}

export function operationOf(form: Form): ResourceTask {
    switch (form.action) {
        case 'stop':
        case 'restart':
            return task({
                action: form.action,
                gracePeriodSeconds: whole(form.grace),
                force: form.force || undefined,
            });
        case 'snapshot':
            return task({
                action: form.action,
                name: form.snapshotName.trim(),
                description: form.snapshotDescription.trim(),
            });
        case 'delete-snapshot':
            return task({ action: form.action, snapshotId: form.snapshotId.trim() });
        case 'delete':
            return task({ action: form.action, force: form.force || undefined });
        default:
            return { action: form.action };
    }
}

function task(fields: object): ResourceTask {
    return filled(fields) as unknown as ResourceTask;
}

function timingOf(form: Form): Timing {
    switch (form.timing) {
        case 'once':
            return { type: 'once', at: instantOf(form) };
        case 'after':
            return { type: 'after', seconds: Math.round(Number(form.after) * Number(form.unit)) };
        case 'cron':
            return { type: 'cron', expression: form.expression.trim(), timeZone: form.timeZone };
    }
}

function retentionOf(form: Form): Retention | undefined {
    const days = form.maxAgeDays.trim();
    const retention = filled({
        keep: whole(form.keep),
        maxAgeSeconds: days === '' ? undefined : Math.round(Number(days) * DAY),
    });
    return Object.keys(retention).length === 0 ? undefined : (retention as Retention);
}

function filled(fields: object): { [name: string]: Json } {
    return Object.fromEntries(
        Object.entries(fields).filter(
            ([, value]) =>
                value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
        ),
    ) as { [name: string]: Json };
}

function whole(written: string): number | undefined {
    return written.trim() === '' ? undefined : Number(written);
}

function text(value: string | number | null | undefined): string {
    return value == null ? '' : String(value);
}

function instantOf({ at, exactly }: Form): string {
    if (exactly !== '' && localOf(exactly) === at) {
        return exactly;
    }
    return at === '' ? '' : new Date(at).toISOString();
}

/** As fields for an instant want it: in the viewer's zone, without saying which. */
export function localOf(at: string): string {
    const date = new Date(at);
    const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 16);
}

function afterOf(seconds: number): Pick<Form, 'after' | 'unit'> {
    const unit = [DAY, 3600, 60].find((it) => seconds % it === 0) ?? 1;
    return { after: String(seconds / unit), unit: String(unit) };
}
