import type { TelemetryPoint } from '../api/types';

export type Sample = readonly [at: number, value: number];

export interface Line {
    name: string;
    samples: Sample[];
}

export interface Range {
    key: string;
    words: string;
    milliseconds: number;
}

const MINUTE = 60_000;

export const RANGES: Range[] = [
    { key: '15m', words: '15 min', milliseconds: 15 * MINUTE },
    { key: '1h', words: '1 h', milliseconds: 60 * MINUTE },
    { key: '6h', words: '6 h', milliseconds: 360 * MINUTE },
    { key: '24h', words: '24 h', milliseconds: 1440 * MINUTE },
    { key: '7d', words: '7 days', milliseconds: 7 * 1440 * MINUTE },
    { key: '30d', words: '30 days', milliseconds: 30 * 1440 * MINUTE },
];

export function samplesOf(points: readonly TelemetryPoint[], figure: string): Sample[] {
    return points.flatMap((point): Sample[] => {
        const value = point.values[figure];
        return value === undefined ? [] : [[new Date(point.at).getTime(), value]];
    });
}

/** How fast a counter grew, in units a second. Where it fell it was begun anew, which is no rate. */
export function rateOf(samples: readonly Sample[]): Sample[] {
    return samples.slice(1).flatMap(([at, value], index): Sample[] => {
        const [before, from] = samples[index] ?? [at, value];
        const seconds = (at - before) / 1000;
        return seconds <= 0 || value < from ? [] : [[at, (value - from) / seconds]];
    });
}

/** Parts without a gap longer than a few steps: where nothing was measured there is no line. */
export function unbroken(samples: readonly Sample[], longest: number): Sample[][] {
    const parts: Sample[][] = [];
    let last = -Infinity;
    for (const sample of samples) {
        if (sample[0] - last > longest) {
            parts.push([]);
        }
        parts.at(-1)?.push(sample);
        last = sample[0];
    }
    return parts;
}

/** The end of a scale that people read easily: 1, 2, 2.5 or 5 of a power of ten. */
export function niceTop(largest: number): number {
    if (!(largest > 0)) {
        return 1;
    }
    const power = 10 ** Math.floor(Math.log10(largest));
    const step = [1, 2, 2.5, 5, 10].find((each) => each * power >= largest) ?? 10;
    return step * power;
}

/** The sample nearest to an instant. */
export function nearest(samples: readonly Sample[], at: number): Sample | null {
    let best: Sample | null = null;
    for (const sample of samples) {
        if (best === null || Math.abs(sample[0] - at) < Math.abs(best[0] - at)) {
            best = sample;
        }
    }
    return best;
}

/** Names of GPUs that were measured, from figures such as `gpu.GPU-0.utilization`. */
export function gpusIn(points: readonly TelemetryPoint[]): string[] {
    const found = new Set<string>();
    for (const name of points.flatMap((point) => Object.keys(point.values))) {
        const gpu = /^gpu\.(.+)\.[a-zA-Z]+$/.exec(name)?.[1];
        if (gpu !== undefined) {
            found.add(gpu);
        }
    }
    return [...found].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
