import { memo, useLayoutEffect, useRef, useState } from 'react';
import { useApp } from '../app';
import { count, instant } from '../format';
import { ProblemText } from '../ui/ProblemText';
import { type FollowState, type LogFilter, type LogLine, cut, matches, useLogs } from './logs';
import type { TabProps } from './ResourcePage';

const STATES: Record<FollowState, string> = {
    reading: 'Reading…',
    following: 'Following',
    waiting: 'Broken off, trying again',
    ended: 'Ended',
};

/** So close to the end, in pixels, the view goes along with what is printed. */
const AT_END = 40;

export default function LogsTab({ resource }: TabProps) {
    const { api } = useApp();
    const [follow, setFollow] = useState(resource.status !== 'deleted');
    const [filter, setFilter] = useState<LogFilter>({ text: '', stream: '', only: false });
    const [wrap, setWrap] = useState(true);
    const logs = useLogs(api, resource._id, follow, resource.runtime?.startedAt);
    const view = useRef<HTMLDivElement>(null);
    const [atEnd, setAtEnd] = useState(true);
    const searching = filter.text !== '' || filter.stream !== '';
    const found = searching ? logs.lines.filter((line) => matches(line, filter)) : logs.lines;
    const shown = filter.only || filter.stream !== '' ? found : logs.lines;
    const streams = [...new Set(logs.lines.map((line) => line.stream ?? ''))].filter(Boolean);
    const toEnd = () => view.current?.scrollTo(0, view.current.scrollHeight);
    useLayoutEffect(() => {
        if (atEnd) {
            toEnd();
        }
    }, [shown, atEnd]);
    return (
        <div className="panel">
            <div className="section-head">
                <h2>
                    Logs <span className="fine">{STATES[logs.state]}</span>
                </h2>
                <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
                    <input
                        type="search"
                        aria-label="Search in the log"
                        placeholder="Search in the log"
                        value={filter.text}
                        onChange={(event) => setFilter({ ...filter, text: event.target.value })}
                    />
                    {streams.length > 1 || filter.stream !== '' ? (
                        <select
                            aria-label="Stream"
                            value={filter.stream}
                            onChange={(event) =>
                                setFilter({ ...filter, stream: event.target.value })
                            }
                        >
                            <option value="">All streams</option>
                            {streams.map((stream) => (
                                <option key={stream}>{stream}</option>
                            ))}
                        </select>
                    ) : null}
                    <Toggle
                        words="Only what is found"
                        on={filter.only}
                        set={(only) => setFilter({ ...filter, only })}
                    />
                    <Toggle words="Wrap" on={wrap} set={setWrap} />
                    <Toggle words="Follow" on={follow} set={setFollow} />
                    <button type="button" onClick={() => save(resource.name, shown)}>
                        Save
                    </button>
                </form>
            </div>
            {logs.problem !== null ? <ProblemText problem={logs.problem} /> : null}
            {logs.note !== null ? <p className="fine">Note: {logs.note}.</p> : null}
            {searching ? (
                <p className="fine" role="status">
                    {count(found.length, 'line')} found
                </p>
            ) : null}
            <div
                ref={view}
                className={wrap ? 'log wrap' : 'log'}
                role="log"
                aria-label={`Log of ${resource.name}`}
                aria-live="off"
                tabIndex={0}
                onScroll={(event) => {
                    const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
                    setAtEnd(scrollHeight - scrollTop - clientHeight < AT_END);
                }}
            >
                {logs.dropped > 0 ? (
                    <p className="fine">{count(logs.dropped, 'older line')} not shown any more</p>
                ) : null}
                {shown.map((line) => (
                    <Line key={line.key} line={line} text={filter.text} />
                ))}
                {logs.lines.length === 0 && logs.state !== 'reading' && logs.problem === null ? (
                    <p className="empty">
                        Nothing was printed yet.{' '}
                        {logs.state === 'following' ? 'What comes shows here at once.' : ''}
                    </p>
                ) : null}
            </div>
            {atEnd ? null : (
                <button type="button" onClick={toEnd}>
                    To the newest lines
                </button>
            )}
        </div>
    );
}

const Line = memo(function Line({ line, text }: { line: LogLine; text: string }) {
    return (
        <div className={`log-line ${line.level ?? ''} ${line.stream ?? ''}`}>
            {line.timestamp ? (
                <time dateTime={line.timestamp} data-tip={instant(line.timestamp)}>
                    {new Date(line.timestamp).toLocaleTimeString(undefined, { hourCycle: 'h23' })}
                </time>
            ) : null}
            <span>
                {cut(line.message, text).map(({ part, found }, index) =>
                    found ? <mark key={index}>{part}</mark> : part,
                )}
            </span>
        </div>
    );
});

function Toggle({ words, on, set }: { words: string; on: boolean; set: (on: boolean) => void }) {
    return (
        <button type="button" className="choice" aria-pressed={on} onClick={() => set(!on)}>
            {words}
        </button>
    );
}

function save(name: string, lines: readonly LogLine[]): void {
    const text = lines.map((line) => `${line.timestamp ?? ''} ${line.message}`.trim()).join('\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
    link.download = `${name.replace(/[^A-Za-z0-9._-]+/g, '-')}.log`;
    link.click();
    URL.revokeObjectURL(link.href);
}
