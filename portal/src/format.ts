const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An age as `kubectl` and `docker` show it: one number, the largest unit that says something. */
export function age(from: string | number, now: number): string {
    const passed = Math.max(0, now - new Date(from).getTime());
    if (!Number.isFinite(passed)) {
        return '';
    }
    if (passed < MINUTE) {
        return `${Math.floor(passed / SECOND)}s`;
    }
    if (passed < HOUR) {
        return `${Math.floor(passed / MINUTE)}m`;
    }
    if (passed < 2 * DAY) {
        return `${Math.floor(passed / HOUR)}h`;
    }
    return `${Math.floor(passed / DAY)}d`;
}

/** How long something took or has taken. */
export function duration(milliseconds: number): string {
    const passed = Math.max(0, milliseconds);
    if (passed < SECOND) {
        return `${Math.round(passed)} ms`;
    }
    if (passed < MINUTE) {
        return `${trimmed(passed / SECOND)} s`;
    }
    const minutes = Math.floor(passed / MINUTE);
    const seconds = Math.floor((passed % MINUTE) / SECOND);
    return minutes < 60
        ? `${minutes} min ${seconds} s`
        : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The exact instant: in the viewer's zone, and as the API says it. */
export function instant(at: string): string {
    const date = new Date(at);
    if (Number.isNaN(date.getTime())) {
        return at;
    }
    const local = date.toLocaleString(undefined, {
        dateStyle: 'medium',
        timeStyle: 'medium',
    });
    return `${local} · ${date.toISOString()}`;
}

export function megabytes(mb: number): string {
    return mb < 1024 ? `${trimmed(mb)} MB` : gigabytes(mb / 1024);
}

export function gigabytes(gb: number): string {
    return gb < 1024 ? `${trimmed(gb)} GB` : `${trimmed(gb / 1024)} TB`;
}

/** Sizes as networks and files have them, in powers of 1000. */
export function bytes(amount: number): string {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let unit = 0;
    let rest = Math.max(0, amount);
    while (rest >= 1000 && unit < units.length - 1) {
        rest /= 1000;
        unit++;
    }
    return `${trimmed(rest)} ${units[unit]}`;
}

export function number(value: number): string {
    return trimmed(value);
}

export function percent(part: number, whole: number): number {
    return whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0;
}

/** One or many; the word of the many is the one with an `s` unless it is given. */
export function count(many: number, word: string, words = `${word}s`): string {
    return `${many} ${many === 1 ? word : words}`;
}

function trimmed(value: number): string {
    return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 1 : 0 });
}
