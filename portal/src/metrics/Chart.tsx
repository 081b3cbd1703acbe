import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { type Line, type Sample, nearest, niceTop, unbroken } from './series';

interface Props {
    title: string;
    lines: Line[];
    from: number;
    to: number;
    /** How far apart samples are, in milliseconds. */
    step: number;
    show: (value: number) => string;
    /** The end of the scale when it is known, such as 100 percent. */
    top?: number;
}

const WIDTH = 600;
const HEIGHT = 150;
const LEFT = 4;
const GAP_STEPS = 3.5;

/** Lines over time. The pointer or the arrow keys read off values; a summary says the same in words. */
export function Chart({ title, lines, from, to, step, show, top }: Props) {
    const [at, setAt] = useState<number | null>(null);
    const ids = useId();
    const values = lines.flatMap((line) => line.samples.map(([, value]) => value));
    const end = top || niceTop(values.reduce((most, value) => Math.max(most, value), 0));
    const x = (time: number) => LEFT + ((time - from) / (to - from)) * (WIDTH - LEFT);
    const y = (value: number) => HEIGHT - (Math.min(value, end) / end) * (HEIGHT - 8);
    const instants = (lines[0]?.samples ?? []).map(([time]) => time);
    const read = at === null ? null : (nearest(lines[0]?.samples ?? [], at)?.[0] ?? null);

    const pointed = (event: PointerEvent<SVGSVGElement>) => {
        const box = event.currentTarget.getBoundingClientRect();
        setAt(from + ((event.clientX - box.left) / box.width) * (to - from));
    };
    const moved = (event: KeyboardEvent) => {
        const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
        if (direction === 0 || instants.length === 0) {
            return;
        }
        event.preventDefault();
        const now = read === null ? instants.length : instants.indexOf(read);
        const next = Math.max(0, Math.min(instants.length - 1, now + direction));
        setAt(instants[next] ?? null);
    };

    return (
        <figure className="chart" aria-labelledby={ids}>
            <figcaption id={ids}>
                <strong>{title}</strong>
                <ul className="reading" aria-live={read === null ? 'off' : 'polite'}>
                    {lines.map((line, index) => (
                        <li key={line.name} className={`line-${index}`}>
                            {lines.length > 1 ? `${line.name} ` : ''}
                            <b>{valueAt(line.samples, read, show)}</b>
                        </li>
                    ))}
                    <li className="fine">{read === null ? 'now' : clock(read, to - from)}</li>
                </ul>
            </figcaption>
            {values.length === 0 ? (
                <p className="empty">Nothing was measured in this time.</p>
            ) : (
                <svg
                    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                    preserveAspectRatio="none"
                    role="img"
                    aria-label={`${title}: ${summary(lines, show)}. Arrow keys read values.`}
                    tabIndex={0}
                    onPointerMove={pointed}
                    onPointerLeave={() => setAt(null)}
                    onKeyDown={moved}
                    onBlur={() => setAt(null)}
                >
                    {[0, 0.5, 1].map((part) => (
                        <line
                            key={part}
                            className="grid"
                            x1={0}
                            x2={WIDTH}
                            y1={y(part * end)}
                            y2={y(part * end)}
                        />
                    ))}
                    {lines.map((line, index) => (
                        <Drawn
                            key={line.name}
                            className={`line-${index}`}
                            parts={unbroken(line.samples, step * GAP_STEPS)}
                            x={x}
                            y={y}
                            filled={lines.length === 1}
                        />
                    ))}
                    {read !== null ? (
                        <line className="cross" x1={x(read)} x2={x(read)} y1={0} y2={HEIGHT} />
                    ) : null}
                </svg>
            )}
            <div className="scale" aria-hidden="true">
                <span>{clock(from, to - from)}</span>
                <span>up to {show(end)}</span>
                <span>{clock(to, to - from)}</span>
            </div>
        </figure>
    );
}

interface DrawnProps {
    className: string;
    parts: Sample[][];
    x: (time: number) => number;
    y: (value: number) => number;
    filled: boolean;
}

function Drawn({ className, parts, x, y, filled }: DrawnProps) {
    return (
        <g className={className}>
            {parts.map((part) => {
                const points = part.map(([time, value]) => `${round(x(time))},${round(y(value))}`);
                const start = part[0]?.[0] ?? 0;
                const end = part.at(-1)?.[0] ?? 0;
                return (
                    <g key={start}>
                        {filled ? (
                            <polygon
                                points={`${round(x(start))},${HEIGHT} ${points.join(' ')} ${round(x(end))},${HEIGHT}`}
                            />
                        ) : null}
                        <polyline
                            points={
                                points.length === 1 ? `${points[0]} ${points[0]}` : points.join(' ')
                            }
                            vectorEffect="non-scaling-stroke"
                        />
                    </g>
                );
            })}
        </g>
    );
}

function round(value: number): number {
    return Math.round(value * 10) / 10;
}

function valueAt(samples: Sample[], at: number | null, show: (value: number) => string): string {
    const found = at === null ? samples.at(-1) : nearest(samples, at);
    return found == null ? 'none' : show(found[1]);
}

function summary(lines: Line[], show: (value: number) => string): string {
    return lines
        .map(({ name, samples }) => {
            const values = samples.map(([, value]) => value);
            if (values.length === 0) {
                return `${name} not measured`;
            }
            const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
            const most = values.reduce((a, b) => Math.max(a, b));
            const last = values.at(-1) ?? 0;
            return `${name} now ${show(last)}, on average ${show(mean)}, at most ${show(most)}`;
        })
        .join('; ');
}

const DAY = 86_400_000;

function clock(at: number, span: number): string {
    return new Date(at).toLocaleString(
        undefined,
        span > DAY
            ? { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }
            : { hour: '2-digit', minute: '2-digit', second: '2-digit' },
    );
}
