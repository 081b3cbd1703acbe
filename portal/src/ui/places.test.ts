import { expect, it } from 'vitest';
import { lineOf } from './places';

const TEXT = `{
  "name": "a \\"{[,]}\\" b",
  "steps": [
    {"action": "container.pull", "n": -1.5e3},
    {
      "action": null,
      "a/b~": [true,
        []]
    }
  ]
}`;

it('finds the line of what a pointer points at', () => {
    const lines = ['', '/name', '/steps/0/n', '/steps/1', '/steps/1/a~1b~0/1'];
    expect(lines.map((it) => lineOf(TEXT, it))).toEqual([1, 2, 4, 5, 8]);
});

it('finds what is around what is not there', () => {
    expect(lineOf(TEXT, '/steps/1/nodeId')).toBe(5);
    expect(lineOf(TEXT, '/labels')).toBe(1);
});
