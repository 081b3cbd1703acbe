import { expect, it } from 'vitest';
import { step } from '../testing/samples';
import { barsOf, graphOf } from './graph';

it('puts each step behind those it waits for, and beside those it does not', () => {
    const { boxes, edges, columns, rows } = graphOf([
        step({ index: 0, name: 'image' }),
        step({ index: 1, name: 'disk', dependsOn: ['image'] }),
        step({ index: 2, name: 'seed' }),
        step({ index: 3, name: 'define', dependsOn: ['disk', 'seed'] }),
    ]);
    expect(boxes.map((box) => [box.step.name, box.column, box.row])).toEqual([
        ['image', 0, 0],
        ['disk', 1, 0],
        ['seed', 0, 1],
        ['define', 2, 0],
    ]);
    expect(edges.map(([from, to]) => `${from.step.name} ${to.step.name}`)).toEqual([
        'image disk',
        'disk define',
        'seed define',
    ]);
    expect([columns, rows]).toEqual([3, 2]);
});

it('draws when each step ran, and nothing for those that did not', () => {
    const bars = barsOf(
        [
            step({
                name: 'a',
                dispatchedAt: '1970-01-01T00:00:00Z',
                endedAt: '1970-01-01T00:00:01Z',
            }),
            step({ name: 'b', dispatchedAt: '1970-01-01T00:00:01Z' }),
            step({ name: 'c' }),
        ],
        0,
        4000,
    );
    expect(bars.map((bar) => [bar.step.name, bar.from, bar.to])).toEqual([
        ['a', 0, 0.25],
        ['b', 0.25, 1],
    ]);
});
