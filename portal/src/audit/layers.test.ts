import { expect, it } from 'vitest';
import { layersOf } from './layers';

const cause = (id: string, at: string) => ({ id, kind: 'event', at });

it('puts what was led to behind what led to it, the earlier above', () => {
    const placed = layersOf({
        nodes: [cause('late', '3'), cause('request', '1'), cause('command', '2'), cause('end', '4')],
        edges: [
            { from: 'request', to: 'command' },
            { from: 'command', to: 'late' },
            { from: 'request', to: 'end' },
            { from: 'late', to: 'end' },
        ],
    });
    expect(placed.map((it) => [it.cause.id, it.column, it.row])).toEqual([
        ['request', 0, 0],
        ['command', 1, 0],
        ['late', 2, 0],
        ['end', 3, 0],
    ]);
});

it('does not go round in circles', () => {
    const placed = layersOf({
        nodes: [cause('a', '1'), cause('b', '2')],
        edges: [
            { from: 'a', to: 'b' },
            { from: 'b', to: 'a' },
        ],
    });
    expect(placed).toHaveLength(2);
});
