import { describe, expect, it } from 'vitest';
import { execution, resource, step } from '../testing/samples';
import { divergenceText, groupOf, progressOf } from './status';

describe('the progress of an execution', () => {
    it('names the step at which it is', () => {
        const steps = [
            step({ status: 'succeeded' }),
            step({ index: 1, name: 'start', status: 'dispatched', attempt: 1 }),
        ];
        expect(progressOf(execution({ steps, progress: 50.4 }))).toEqual({
            percent: 50,
            text: 'start · step 2 of 2',
            undoing: false,
        });
    });

    it('says that a step is tried again, or undone', () => {
        const again = step({ status: 'waiting-retry', attempt: 2 });
        expect(progressOf(execution({ steps: [again] }))?.text).toBe(
            'pull · step 1 of 1 · attempt 2 of 4',
        );
        const undone = step({ status: 'compensating', attempt: 1 });
        expect(progressOf(execution({ status: 'compensating', steps: [undone] }))).toMatchObject({
            text: 'undoing pull · step 1 of 1',
            undoing: true,
        });
    });

    it('is nothing once it has ended, or when there is none', () => {
        expect(progressOf(execution({ done: true }))).toBeNull();
        expect(progressOf(undefined)).toBeNull();
    });
});

describe('the wish and the truth', () => {
    const divergence = {
        wanted: 'running',
        actual: 'stopped',
        since: '2026-01-05T14:03:00Z',
    } as const;

    it('differ in words that do not repeat the status', () => {
        expect(divergenceText(resource({ status: 'stopped', divergence }))).toBe('wanted running');
        expect(divergenceText(resource({ status: 'unknown', divergence }))).toBe(
            'wanted running, is stopped',
        );
    });

    it('are left alone while something is under way', () => {
        expect(divergenceText(resource({ status: 'starting', divergence }))).toBeNull();
        expect(divergenceText(resource())).toBeNull();
    });

    it('put every status in a group', () => {
        expect(
            (
                ['queued', 'deleting', 'stopped', 'paused', 'failed', 'unknown', 'deleted'] as const
            ).map(groupOf),
        ).toEqual(['busy', 'busy', 'stopped', 'stopped', 'failed', 'unknown', 'unknown']);
    });
});
