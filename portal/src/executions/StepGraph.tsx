import type { StepView } from '../api/types';
import { type Box, graphOf } from './graph';

const WIDTH = 150;
const HEIGHT = 46;
const GAP_X = 44;
const GAP_Y = 16;

/** The plan: which step waits for which, and where it is. The table below says the same in words. */
export function StepGraph({ steps }: { steps: StepView[] }) {
    const graph = graphOf(steps);
    const width = graph.columns * (WIDTH + GAP_X) - GAP_X + 4;
    const height = graph.rows * (HEIGHT + GAP_Y) - GAP_Y + 4;
    return (
        <div className="scroll" tabIndex={0} role="group" aria-label="Plan">
            <svg className="graph" width={width} height={height} aria-hidden="true">
                {graph.edges.map(([from, to]) => {
                    const [x1, y1] = [left(from) + WIDTH, top(from) + HEIGHT / 2];
                    const [x2, y2] = [left(to), top(to) + HEIGHT / 2];
                    const middle = (x1 + x2) / 2;
                    return (
                        <path
                            key={`${from.step.name}>${to.step.name}`}
                            className="edge"
                            d={`M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`}
                        />
                    );
                })}
                {graph.boxes.map((box) => (
                    <g
                        key={box.step.index}
                        className={`box step ${box.step.status}`}
                        transform={`translate(${left(box)} ${top(box)})`}
                    >
                        <rect width={WIDTH} height={HEIGHT} rx="8" />
                        <rect
                            className="done"
                            width={WIDTH * doneOf(box.step)}
                            height="4"
                            y={HEIGHT - 4}
                            rx="2"
                        />
                        <text x="10" y="19" className="name">
                            {box.step.name}
                        </text>
                        <text x="10" y="34">
                            {box.step.status.replace('-', ' ')}
                            {box.step.attempt > 1 ? `, attempt ${box.step.attempt}` : ''}
                        </text>
                    </g>
                ))}
            </svg>
        </div>
    );
}

function left(box: Box): number {
    return 2 + box.column * (WIDTH + GAP_X);
}

function top(box: Box): number {
    return 2 + box.row * (HEIGHT + GAP_Y);
}

function doneOf(step: StepView): number {
    return step.status === 'succeeded' ? 1 : Math.min(1, Math.max(0, step.progress / 100));
}
