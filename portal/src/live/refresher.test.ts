import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refresher } from './refresher';

describe('reading what has changed', () => {
    let reads: { key: string; version: number; end: (error?: Error) => void }[];
    let refresher: Refresher;

    beforeEach(() => {
        vi.useFakeTimers();
        reads = [];
        refresher = new Refresher({
            read: (kind, id, version) =>
                new Promise((resolve, reject) => {
                    const end = (error?: Error) => (error ? reject(error) : resolve());
                    reads.push({ key: `${kind}:${id}`, version, end });
                }),
            passes: (error) => (error as Error).message === 'busy',
            width: 2,
            random: () => 1,
        });
    });

    afterEach(() => {
        refresher.stop();
        vi.useRealTimers();
    });

    const settle = (time = 0) => vi.advanceTimersByTimeAsync(time);

    it('makes one read of many changes, for the newest version', async () => {
        refresher.want('resource', 'a', 1);
        refresher.want('resource', 'a', 3);
        refresher.want('resource', 'a', 2);
        await settle(40);
        expect(reads).toMatchObject([{ key: 'resource:a', version: 3 }]);
    });

    it('reads once more what changed while it was read', async () => {
        refresher.want('resource', 'a', 1);
        await settle(40);
        refresher.want('resource', 'a', 2);
        await settle(40);
        expect(reads).toHaveLength(1);
        reads[0]?.end();
        await settle();
        expect(reads).toMatchObject([{ version: 1 }, { version: 2 }]);
    });

    it('reads a few at a time', async () => {
        ['a', 'b', 'c'].forEach((id) => refresher.want('node', id));
        await settle(40);
        expect(reads.map((read) => read.key)).toEqual(['node:a', 'node:b']);
        reads[0]?.end();
        await settle();
        expect(reads.map((read) => read.key)).toEqual(['node:a', 'node:b', 'node:c']);
    });

    it('tries again what passes, and lets be what does not', async () => {
        refresher.want('resource', 'a', 4);
        refresher.want('resource', 'b', 4);
        await settle(40);
        reads[0]?.end(new Error('busy'));
        reads[1]?.end(new Error('broken'));
        await settle(500);
        expect(reads.map((read) => read.key)).toEqual(['resource:a', 'resource:b', 'resource:a']);
        expect(reads[2]?.version).toBe(4);
        await settle(60_000);
        expect(reads).toHaveLength(3);
    });

    it('keeps wishes while everything is read anew', async () => {
        refresher.hold();
        refresher.want('resource', 'a');
        await settle(1_000);
        expect(reads).toEqual([]);
        refresher.release();
        expect(reads).toHaveLength(1);
    });
});
