import type { ReactNode } from 'react';
import { gigabytes, megabytes, number, percent } from '../format';
import { countByGroup } from '../resources/filter';
import type { Fleet } from './state';

/** The fleet in a few numbers. */
export function Summary({ fleet }: { fleet: Fleet }) {
    const nodes = [...fleet.nodes.values()];
    const usable = nodes.filter((node) => node.status === 'online' && !node.fenced);
    const counts = countByGroup([...fleet.resources.values()]);
    const sum = (of: (node: (typeof nodes)[number]) => number) =>
        nodes.reduce((total, node) => total + of(node), 0);
    const gpus = sum((node) => node.capacity.gpus);
    const slices = sum((node) => node.capacity.migSlices);
    const troubled = (counts.get('failed') ?? 0) + (counts.get('unknown') ?? 0);
    return (
        <section className="summary" aria-label="Summary">
            <Figure name="Nodes" value={`${usable.length}`} of={`of ${nodes.length} online`} />
            <Figure
                name="Running"
                value={`${counts.get('running') ?? 0}`}
                of={`of ${fleet.resources.size} resources`}
            >
                {troubled > 0 ? (
                    <span className="troubled">
                        {troubled} {troubled === 1 ? 'needs' : 'need'} a look
                    </span>
                ) : null}
            </Figure>
            <Figure
                name="GPUs"
                value={`${sum((node) => node.capacity.gpusClaimed)}`}
                of={`of ${gpus} held`}
                part={percent(
                    sum((node) => node.capacity.gpusClaimed),
                    gpus,
                )}
            >
                {slices > 0 ? (
                    <span>
                        {sum((node) => node.capacity.migSlicesClaimed)} of {slices} slices
                    </span>
                ) : null}
            </Figure>
            <Figure
                name="CPU"
                value={number(sum((node) => node.capacity.cpuClaimed))}
                of={`of ${number(sum((node) => node.capacity.cpuAllocatable))} cores`}
                part={percent(
                    sum((node) => node.capacity.cpuClaimed),
                    sum((node) => node.capacity.cpuAllocatable),
                )}
            />
            <Figure
                name="RAM"
                value={megabytes(sum((node) => node.capacity.ramClaimedMB))}
                of={`of ${megabytes(sum((node) => node.capacity.ramMB))}`}
                part={percent(
                    sum((node) => node.capacity.ramClaimedMB),
                    sum((node) => node.capacity.ramMB),
                )}
            />
            <Figure
                name="Disk"
                value={gigabytes(sum((node) => node.capacity.diskClaimedGB))}
                of={`of ${gigabytes(sum((node) => node.capacity.diskGB))}`}
                part={percent(
                    sum((node) => node.capacity.diskClaimedGB),
                    sum((node) => node.capacity.diskGB),
                )}
            />
        </section>
    );
}

interface FigureProps {
    name: string;
    value: string;
    of: string;
    part?: number;
    children?: ReactNode;
}

function Figure({ name, value, of, part, children }: FigureProps) {
    return (
        <div className="figure">
            <span className="figure-name">{name}</span>
            <span className="figure-value">
                {value} <span className="figure-of">{of}</span>
            </span>
            {part !== undefined ? (
                <span className="figure-bar" aria-hidden="true">
                    <span style={{ width: `${part}%` }} />
                </span>
            ) : null}
            {children}
        </div>
    );
}
