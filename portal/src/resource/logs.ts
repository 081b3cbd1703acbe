import { useEffect, useRef, useState } from 'react';
import type { Api } from '../api/client';
import { type Problem, ProblemError, problemOf } from '../api/problem';
import type { LogEntry, LogsAnswer } from '../api/types';
import { backoff } from '../live/backoff';
import { EventStreamParser } from '../live/eventStream';

export type FollowState = 'reading' | 'following' | 'ended' | 'waiting';

export interface LogLine extends LogEntry {
    key: number;
}

export interface Logs {
    lines: readonly LogLine[];
    state: FollowState;
    problem: Problem | null;
    note: string | null;
    /** Older lines were dropped, so that the page stays small. */
    dropped: number;
}

const KEPT = 5_000;
const TAIL = 1_000;
/** Lines that come within so many milliseconds are shown together. */
const GATHER = 80;

const NOTHING: Logs = { lines: [], state: 'reading', problem: null, note: null, dropped: 0 };

/** The last lines, and those to come for as long as the page shows them, after each start too. */
export function useLogs(api: Api, id: string, follow: boolean, startedAt?: string | null): Logs {
    const [logs, setLogs] = useState(NOTHING);
    const key = useRef(0);
    const place = useRef<Place>({ of: null, last: null });
    useEffect(() => {
        const stopping = new AbortController();
        const { signal } = stopping;
        let waiting: LogEntry[] = [];
        let timer: ReturnType<typeof setTimeout> | undefined;
        const change = (part: Partial<Logs>) => {
            if (!signal.aborted) {
                setLogs((before) => ({ ...before, ...part }));
            }
        };
        const show = () => {
            timer = undefined;
            const fresh = waiting.map((entry) => ({ ...entry, key: key.current++ }));
            waiting = [];
            if (!signal.aborted) {
                setLogs((before) => appended(before, fresh));
            }
        };
        const take = (entry: LogEntry) => {
            waiting.push(entry);
            timer ??= setTimeout(show, GATHER);
        };
        const of = follow ? id : null;
        if (of === null || of !== place.current.of) {
            place.current = { of, last: null };
            setLogs(NOTHING);
        }
        void (follow
            ? followed(api, id, place.current, signal, take, change)
            : readOnce(api, id, signal, take, change));
        return () => {
            stopping.abort();
            clearTimeout(timer);
        };
    }, [api, id, follow, startedAt]);
    return logs;
}

export function appended(before: Logs, fresh: LogLine[]): Logs {
    const lines = [...before.lines, ...fresh];
    const over = Math.max(0, lines.length - KEPT);
    return { ...before, lines: lines.slice(over), dropped: before.dropped + over };
}

async function readOnce(
    api: Api,
    id: string,
    signal: AbortSignal,
    take: (entry: LogEntry) => void,
    change: (part: Partial<Logs>) => void,
): Promise<void> {
    try {
        const answer = await api.get<LogsAnswer>(`resources/${id}/logs`, { tail: TAIL }, signal);
        answer.logs.forEach(take);
        change({ state: 'ended', note: answer.note ?? null, problem: null });
    } catch (error) {
        change({ state: 'ended', problem: problemOf(error) });
    }
}

/** Whose log is followed, and the time of the last line that came. */
interface Place {
    of: string | null;
    last: string | null;
}

/** Follows until it ends; when the way breaks it goes on behind the last line that came. */
export async function followed(
    api: Api,
    id: string,
    place: Place,
    signal: AbortSignal,
    take: (entry: LogEntry) => void,
    change: (part: Partial<Logs>) => void,
): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
        try {
            const since: string | undefined = place.last === null ? undefined : justAfter(place.last);
            const query = { follow: true, tail: TAIL, since };
            const response = await api.listen(`resources/${id}/logs`, query, signal);
            change({ state: 'following', problem: null });
            attempt = 0;
            const ended = await read(response, (entry) => {
                place.last = entry.timestamp ?? place.last;
                take(entry);
            });
            if (ended) {
                change({ state: 'ended' });
                return;
            }
        } catch (error) {
            if (signal.aborted) {
                return;
            }
            const passes = error instanceof ProblemError && error.passes;
            change({ state: passes ? 'waiting' : 'ended', problem: problemOf(error) });
            if (!passes) {
                return;
            }
        }
        change({ state: 'waiting' });
        await new Promise((resolve) => setTimeout(resolve, backoff(attempt)));
    }
}

/** Reads to the end of the stream; true when the log itself ended, false when the way broke. */
async function read(response: Response, take: (entry: LogEntry) => void): Promise<boolean> {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    const parser = new EventStreamParser();
    while (reader !== undefined) {
        const { done, value } = await reader.read().catch(broken);
        if (done) {
            return false;
        }
        for (const event of parser.push(decoder.decode(value, { stream: true }))) {
            if (event.type === 'log') {
                take(JSON.parse(event.data) as LogEntry);
            } else if (event.type === 'end') {
                return true;
            } else if (event.type === 'error') {
                const said = JSON.parse(event.data) as { code?: string; message?: string };
                throw new ProblemError({
                    status: 503,
                    title: 'The log broke off',
                    code: said.code ?? 'UNAVAILABLE',
                    detail: said.message ?? null,
                });
            }
        }
    }
    return false;
}

/** A way that breaks ends as one that is closed; what was read of it stays. */
function broken(): { done: true; value: undefined } {
    return { done: true, value: undefined };
}

function justAfter(timestamp: string): string {
    return new Date(new Date(timestamp).getTime() + 1).toISOString();
}

export interface LogFilter {
    text: string;
    stream: string;
    /** Hide what does not match, instead of only marking what does. */
    only: boolean;
}

export function matches(entry: LogEntry, { text, stream }: LogFilter): boolean {
    return (
        (stream === '' || entry.stream === stream) &&
        (text === '' || entry.message.toLowerCase().includes(text.toLowerCase()))
    );
}

/** A line cut where the searched text stands, so that each find can be marked. */
export function cut(message: string, text: string): { part: string; found: boolean }[] {
    if (text === '') {
        return [{ part: message, found: false }];
    }
    const parts: { part: string; found: boolean }[] = [];
    const lower = message.toLowerCase();
    const searched = text.toLowerCase();
    let from = 0;
    for (let at = lower.indexOf(searched); at >= 0; at = lower.indexOf(searched, from)) {
        parts.push({ part: message.slice(from, at), found: false });
        parts.push({ part: message.slice(at, at + text.length), found: true });
        from = at + text.length;
    }
    return [...parts, { part: message.slice(from), found: false }].filter((it) => it.part !== '');
}
