import { describe, expect, it } from 'vitest';
import type { ScheduleView } from '../api/schedules';
import { mergePatch } from '../ui/diff';
import { emptyForm, formOf, requestOf, requestOfView } from './form';

const NIGHTLY: ScheduleView = {
    scheduleId: 's',
    name: 'nightly',
    resourceId: 'r',
    filter: null,
    operation: { action: 'snapshot', name: '{schedule}-{date}' },
    timing: { type: 'cron', expression: '30 3 * * *', timeZone: 'Europe/Vienna' },
    missedRuns: 'run-once',
    retention: { keep: 7, maxAgeSeconds: 864_000 },
    parallelism: 5,
    enabled: true,
    status: 'active',
    next: [],
    version: 3,
    createdAt: '2026-01-05T14:03:00Z',
};

describe('the form of a schedule', () => {
    it('asks for what was filled in, and no more', () => {
        const form = { ...emptyForm('UTC'), name: ' evening ', target: 'filter' as const };
        expect(requestOf({ ...form, filterLabels: 'team=ml, tier=1', grace: '10' })).toEqual({
            name: 'evening',
            filter: { label: ['team=ml', 'tier=1'] },
            operation: { action: 'stop', gracePeriodSeconds: 10 },
            timing: { type: 'cron', expression: '0 3 * * *', timeZone: 'UTC' },
            missedRuns: 'skip',
        });
        const later = { ...form, timing: 'after' as const, after: '1.5', unit: '3600' };
        expect(requestOf(later)).toMatchObject({ timing: { type: 'after', seconds: 5_400 } });
    });

    it('changes nothing of a schedule that is only looked at', () => {
        const many: ScheduleView = {
            ...NIGHTLY,
            resourceId: null,
            filter: { status: ['running', 'paused'], owner: 'u', name: 'web*' },
            operation: { action: 'stop', force: true, gracePeriodSeconds: 3 },
            timing: { type: 'once', at: '2030-01-15T08:30:12.345Z' },
            retention: null,
        };
        const after: ScheduleView = { ...NIGHTLY, timing: { type: 'after', seconds: 5_400 } };
        for (const schedule of [NIGHTLY, many, after]) {
            const same = requestOf(formOf(schedule, 'UTC'));
            expect(mergePatch(requestOfView(schedule), same)).toBeUndefined();
        }
    });

    it('changes only what is changed', () => {
        const form = { ...formOf(NIGHTLY, 'UTC'), keep: '9' };
        expect(mergePatch(requestOfView(NIGHTLY), requestOf(form))).toEqual({
            retention: { keep: 9 },
        });
    });
});
