import { expect, it } from 'vitest';
import { differences, mergePatch } from './diff';

const BEFORE = { name: 'a', config: { cpu: 1, ports: [1, 2], gone: true }, labels: {} };
const AFTER = { name: 'a', config: { cpu: 2, ports: [1, 3] }, labels: { team: 'ml' } };

it('names each leaf that differs', () => {
    expect(differences(BEFORE, AFTER)).toEqual([
        { path: '/config/cpu', before: 1, after: 2 },
        { path: '/config/ports', before: [1, 2], after: [1, 3] },
        { path: '/config/gone', before: true, after: undefined },
        { path: '/labels/team', before: undefined, after: 'ml' },
    ]);
    expect(differences({ 'a/b': 1 }, { 'a/b': 2 })[0]?.path).toBe('/a~1b');
});

it('patches only what differs, and takes away by null', () => {
    expect(mergePatch(BEFORE, AFTER)).toEqual({
        config: { cpu: 2, ports: [1, 3], gone: null },
        labels: { team: 'ml' },
    });
    expect(mergePatch(BEFORE, structuredClone(BEFORE))).toBeUndefined();
});
