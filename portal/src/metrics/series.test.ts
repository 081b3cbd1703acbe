import { expect, it } from 'vitest';
import { gpusIn, nearest, niceTop, rateOf, samplesOf, unbroken } from './series';

it('takes one figure out of points that may lack it', () => {
    const points = [
        { at: '1970-01-01T00:00:01Z', values: { a: 1 } },
        { at: '1970-01-01T00:00:02Z', values: { b: 2 } },
        { at: '1970-01-01T00:00:03Z', values: { a: 3 } },
    ];
    expect(samplesOf(points, 'a')).toEqual([
        [1000, 1],
        [3000, 3],
    ]);
});

it('makes rates of counters, but not where one began anew', () => {
    expect(
        rateOf([
            [0, 100],
            [2000, 300],
            [4000, 10],
            [6000, 30],
        ]),
    ).toEqual([
        [2000, 100],
        [6000, 10],
    ]);
});

it('draws no line over what was not measured', () => {
    const parts = unbroken(
        [
            [0, 1],
            [10, 1],
            [100, 1],
        ],
        20,
    );
    expect(parts.map((part) => part.length)).toEqual([2, 1]);
});

it('ends scales at numbers that people read', () => {
    expect([0, 0.7, 3, 12, 101, 2500].map(niceTop)).toEqual([1, 1, 5, 20, 200, 2500]);
});

it('finds what is nearest and which GPUs were measured', () => {
    expect(
        nearest(
            [
                [0, 1],
                [10, 2],
                [30, 3],
            ],
            14,
        ),
    ).toEqual([10, 2]);
    expect(nearest([], 1)).toBeNull();
    const values = { 'gpu.GPU-10.utilization': 1, 'gpu.GPU-2.memoryUsed': 2, cpuUsagePercent: 3 };
    expect(gpusIn([{ at: '', values }])).toEqual(['GPU-2', 'GPU-10']);
});
