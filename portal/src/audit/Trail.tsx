import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { FieldChange, TrailEntry, TrailPage } from '../api/types';
import { useApp } from '../app';
import { count, instant } from '../format';
import { CopyButton } from '../ui/Copyable';
import type { Difference, Json } from '../ui/diff';
import { DiffTable } from '../ui/DiffTable';
import { ProblemText } from '../ui/ProblemText';
import { useChanges } from '../ui/read';
import { Age } from '../ui/Time';

interface Props {
    /** Where the trail is read, such as `resources/1/history`. */
    path: string;
    query?: Record<string, string>;
    /** Whether a change of this says that there is more. */
    matters: (change: { entity: string; id: string }) => boolean;
    /** What can be done with an entry beside looking at it. */
    offers?: (entry: TrailEntry) => ReactNode;
    /** Whose event it is, where the trail is of many. */
    subject?: (entry: TrailEntry) => ReactNode;
}

const LIMIT = 50;
/** A page that is open all day does not grow all day. */
const MOST = 500;

/** What happened, the newest first: who did it, why, and which fields it changed. */
export function Trail({ path, query = {}, matters, offers, subject }: Props) {
    const { api } = useApp();
    const [entries, setEntries] = useState<TrailEntry[] | null>(null);
    const [shownTrail, setShownTrail] = useState('');
    const [next, setNext] = useState<string | null>(null);
    const [problem, setProblem] = useState<Problem | null>(null);
    const asked = JSON.stringify(query);
    const newest = useRef('');
    newest.current = path + asked;
    const read = async (cursor?: string): Promise<TrailPage | null> => {
        const trail = path + asked;
        try {
            const page = await api.get<TrailPage>(path, {
                ...(JSON.parse(asked) as Record<string, string>),
                order: 'newest',
                limit: LIMIT,
                cursor,
            });
            if (trail === newest.current) {
                setProblem(null);
                setShownTrail(trail);
                return page;
            }
        } catch (error) {
            if (trail === newest.current) {
                setProblem(problemOf(error));
            }
        }
        return null;
    };
    const show = (page: TrailPage | null): void => {
        if (page !== null) {
            setEntries(page.items);
            setNext(page.nextCursor ?? null);
        }
    };
    useEffect(() => {
        void read().then(show);
        // Reads anew when another trail is asked for; the function itself is a new one each time.
    }, [path, asked]);
    useChanges(matters, () => {
        void read().then((page) => {
            const known = entries ?? [];
            if (page === null || known.length > MOST || apart(known, page.items)) {
                show(page);
            } else {
                setEntries((it) => joined(it ?? [], page.items));
            }
        });
    });
    const older = async (cursor: string): Promise<void> => {
        const page = await read(cursor);
        if (page !== null) {
            setEntries((known) => [...(known ?? []), ...page.items]);
            setNext(page.nextCursor ?? null);
        }
    };
    if (problem !== null && (entries === null || shownTrail !== newest.current)) {
        return <ProblemText problem={problem} />;
    }
    if (entries === null) {
        return <p className="loading">Reading…</p>;
    }
    return (
        <>
            {problem !== null ? <ProblemText problem={problem} /> : null}
            {entries.length === 0 ? <p className="empty">Nothing happened that matches.</p> : null}
            <ol className="trail">
                {entries.map((entry) => (
                    <li key={entry.eventId}>
                        <Entry entry={entry} offers={offers} subject={subject} />
                    </li>
                ))}
            </ol>
            {next !== null ? (
                <p className="more">
                    <button type="button" onClick={() => void older(next)}>
                        Show older
                    </button>
                </p>
            ) : null}
        </>
    );
}

/** Puts what is new before what is known. */
function joined(known: TrailEntry[], items: TrailEntry[]): TrailEntry[] {
    const ids = new Set(known.map((entry) => entry.eventId));
    return [...items.filter((entry) => !ids.has(entry.eventId)), ...known];
}

/** More happened than one page tells: between the two there would be a gap. */
function apart(known: TrailEntry[], items: TrailEntry[]): boolean {
    const ids = new Set(known.map((entry) => entry.eventId));
    return items.length === LIMIT && !items.some((entry) => ids.has(entry.eventId));
}

interface EntryProps {
    entry: TrailEntry;
    offers: Props['offers'] | undefined;
    subject: Props['subject'] | undefined;
}

function Entry({ entry, offers, subject }: EntryProps) {
    const changes = entry.changes ?? [];
    const who = [entry.origin, entry.actorName ?? entry.actor].filter(Boolean).join(' ');
    return (
        <details>
            <summary>
                <span className="what">{inWords(entry.type)}</span>
                {subject !== undefined ? <span>{subject(entry)}</span> : null}
                <span className="fine">
                    <Age at={entry.timestamp} /> ago
                    {who === '' ? '' : `, by ${who}`}
                    {changes.length > 0
                        ? `, ${count(changes.length, 'field')} changed`
                        : ''}
                </span>
            </summary>
            <div className="entry">
                <p className="fine">
                    {instant(entry.timestamp)} · {entry.type} · version {entry.version} · position{' '}
                    {entry.position}
                </p>
                {entry.actorName ? (
                    <p className="fine">
                        By {entry.actorName}, <code>{entry.actor}</code>
                    </p>
                ) : null}
                {entry.reason ? <p>{entry.reason}</p> : null}
                {changes.length > 0 ? (
                    <DiffTable
                        differences={differencesOf(changes)}
                        label={`What ${entry.type} changed`}
                    />
                ) : null}
                {entry.correlationId ? (
                    <p className="fine">
                        Request <code>{entry.correlationId}</code>{' '}
                        <CopyButton text={entry.correlationId} what="id" />
                    </p>
                ) : null}
                {offers?.(entry)}
            </div>
        </details>
    );
}

export function differencesOf(changes: readonly FieldChange[]): Difference[] {
    return changes.map(({ field, before: old, after }) => ({
        path: field,
        before: old as Json | undefined,
        after: after as Json | undefined,
    }));
}

/** `ResourceStopRequested` as `Resource stop requested`. */
export function inWords(type: string): string {
    const words = type.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
    return words.charAt(0).toUpperCase() + words.slice(1);
}
