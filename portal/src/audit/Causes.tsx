import type { Cause, CausesView } from '../api/types';
import { useApp } from '../app';
import { instant } from '../format';
import { pageHref, resourceHref } from '../routing';
import { ProblemText } from '../ui/ProblemText';
import { useRead } from '../ui/read';
import { Instant } from '../ui/Time';
import { layersOf } from './layers';
import { inWords } from './Trail';

const WIDTH = 190;
const HEIGHT = 44;
const GAP_X = 40;
const GAP_Y = 12;

const LOOKS: Record<string, string> = {
    request: 'acknowledged',
    command: 'pending',
    event: 'succeeded',
    'node-message': 'waiting-retry',
    report: 'waiting-retry',
};

/** Why something happened and what it led to, drawn and in words. */
export function Causes({ id }: { id: string }) {
    const { api } = useApp();
    const read = useRead(
        (signal) => api.get<CausesView>(`audit/causes/${encodeURIComponent(id)}`, {}, signal),
        [id],
    );
    const view = read.value;
    return (
        <section className="panel" aria-labelledby="causes">
            <header className="section-head">
                <h2 id="causes">Causes</h2>
                <a className="button" href={pageHref('audit')}>
                    Back to all that happened
                </a>
            </header>
            {read.problem !== null ? <ProblemText problem={read.problem} /> : null}
            {view !== null ? <Graph view={view} /> : null}
            {view?.truncated === true ? <p className="fine">There is more than is shown.</p> : null}
        </section>
    );
}

function Graph({ view }: { view: CausesView }) {
    const placed = layersOf(view);
    const byId = new Map(placed.map((it) => [it.cause.id, it]));
    const left = (column: number) => 2 + column * (WIDTH + GAP_X);
    const top = (row: number) => 2 + row * (HEIGHT + GAP_Y);
    const width = left(Math.max(0, ...placed.map((it) => it.column))) + WIDTH + 4;
    const height = top(Math.max(0, ...placed.map((it) => it.row))) + HEIGHT + 4;
    return (
        <>
            <div className="scroll" tabIndex={0} role="group" aria-label="Graph of causes">
                <svg className="graph" width={width} height={height} aria-hidden="true">
                    {view.edges.map(({ from, to }) => {
                        const [a, b] = [byId.get(from), byId.get(to)];
                        if (a === undefined || b === undefined) {
                            return null;
                        }
                        const [x1, y1] = [left(a.column) + WIDTH, top(a.row) + HEIGHT / 2];
                        const [x2, y2] = [left(b.column), top(b.row) + HEIGHT / 2];
                        const middle = (x1 + x2) / 2;
                        return (
                            <path
                                key={`${from}>${to}`}
                                className="edge"
                                d={`M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`}
                            />
                        );
                    })}
                    {placed.map(({ cause, column, row }) => (
                        <g
                            key={cause.id}
                            className={`box step ${LOOKS[cause.kind] ?? ''} ${cause.id === view.id ? 'asked' : ''}`}
                            transform={`translate(${left(column)} ${top(row)})`}
                            data-tip={`${cause.kind} ${cause.id}${cause.at ? `\n${instant(cause.at)}` : ''}`}
                        >
                            <rect width={WIDTH} height={HEIGHT} rx="8" />
                            <text x="10" y="18" className="name">
                                {titleOf(cause)}
                            </text>
                            <text x="10" y="34">
                                {[cause.kind, cause.origin].filter(Boolean).join(', ')}
                            </text>
                        </g>
                    ))}
                </svg>
            </div>
            <details>
                <summary>The same as a list</summary>
                <ol className="causes">
                    {placed.map(({ cause }) => (
                        <li key={cause.id}>
                            {cause.at ? <Instant at={cause.at} /> : null} {cause.kind}{' '}
                            <strong>{titleOf(cause)}</strong>
                            {cause.entity === 'resource' && cause.entityId ? (
                                <>
                                    {' '}
                                    of <a href={resourceHref(cause.entityId)}>{cause.entityId}</a>
                                </>
                            ) : null}
                            <span className="fine">
                                {' '}
                                {view.edges
                                    .filter((edge) => edge.to === cause.id)
                                    .map((edge) => byId.get(edge.from))
                                    .filter((it) => it !== undefined)
                                    .map((it) => `because of ${titleOf(it.cause)}`)
                                    .join(', ')}
                            </span>
                        </li>
                    ))}
                </ol>
            </details>
        </>
    );
}

function titleOf(cause: Cause): string {
    const type = cause.type ?? cause.kind;
    const words = /^[A-Z]/.test(type) ? inWords(type) : type;
    return words.length > 26 ? `${words.slice(0, 25)}…` : words;
}
