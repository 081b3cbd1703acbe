export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Fields = { [name: string]: Json };

export interface Difference {
    /** Where, as a JSON pointer. */
    path: string;
    before: Json | undefined;
    after: Json | undefined;
}

/** What differs between two documents, leaf by leaf; lists count as one leaf. */
export function differences(
    before: Json | undefined,
    after: Json | undefined,
    path = '',
): Difference[] {
    if (same(before, after)) {
        return [];
    }
    if (isFields(before) && isFields(after)) {
        const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
        return names.flatMap((name) =>
            differences(before[name], after[name], `${path}/${escaped(name)}`),
        );
    }
    return [{ path: path === '' ? '/' : path, before, after }];
}

/** The JSON merge patch (RFC 7396) that makes one document of the other; undefined when they are the same. */
export function mergePatch(before: Json | undefined, after: Json): Json | undefined {
    if (same(before, after)) {
        return undefined;
    }
    if (!isFields(before) || !isFields(after)) {
        return after;
    }
    const patch: Fields = {};
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
        const value = after[name];
        const change = value === undefined ? null : mergePatch(before[name], value);
        if (change !== undefined) {
            patch[name] = change;
        }
    }
    return patch;
}

function same(a: Json | undefined, b: Json | undefined): boolean {
    if (a === b) {
        return true;
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        return a.length === b.length && a.every((item, index) => same(item, b[index]));
    }
    if (!isFields(a) || !isFields(b)) {
        return false;
    }
    const names = Object.keys(a);
    return (
        names.length === Object.keys(b).length &&
        names.every((name) => name in b && same(a[name], b[name]))
    );
}

function isFields(value: Json | undefined): value is Fields {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(name: string): string {
    return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
