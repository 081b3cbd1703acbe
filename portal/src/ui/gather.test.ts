import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gather } from './gather';

const call = vi.fn();

beforeEach(() => {
    call.mockClear();
    vi.useFakeTimers();
});

afterEach(() => {
    vi.useRealTimers();
});

it('calls once for many changes, and once more when all is quiet', () => {
    const changes = gather(call);
    changes.changed();
    vi.advanceTimersByTime(200);
    changes.changed();
    expect(call).not.toHaveBeenCalled();
    vi.advanceTimersByTime(300);
    expect(call).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(call).toHaveBeenCalledTimes(2);
});

it('keeps calling while changes go on', () => {
    const changes = gather(call);
    for (let i = 0; i < 100; i++) {
        changes.changed();
        vi.advanceTimersByTime(100);
    }
    expect(call).toHaveBeenCalledTimes(25);
});

it('calls no more when it was stopped', () => {
    const changes = gather(call);
    changes.changed();
    changes.stop();
    vi.advanceTimersByTime(60_000);
    expect(call).not.toHaveBeenCalled();
});
