import { megabytes } from '../format';
import { resourceHref } from '../routing';
import { lights, ownerStyle, useLit } from '../ui/highlight';
import type { GpuTile, Holder, Slice } from './ledger';

/** Each GPU a square, each MIG slice a strip as wide as its share; who holds one is its link. */
export function Gpus({ tiles }: { tiles: GpuTile[] }) {
    return (
        <ul className="gpus" aria-label="GPUs">
            {tiles.map((tile) =>
                tile.gpu.migEnabled ? (
                    <MigGpu key={tile.gpu.deviceId} tile={tile} />
                ) : (
                    <li key={tile.gpu.deviceId}>
                        <Cell
                            className="gpu"
                            label={tile.label}
                            what={tile.gpu.deviceId}
                            more={`${tile.gpu.model}, ${megabytes(tile.gpu.memoryTotal)}`}
                            holder={tile.holder}
                        />
                    </li>
                ),
            )}
        </ul>
    );
}

function MigGpu({ tile }: { tile: GpuTile }) {
    const { gpu } = tile;
    return (
        <li className="mig">
            <span className="mig-label" data-tip={`${gpu.deviceId} in MIG mode\n${gpu.model}`}>
                <span className="sr-only">{gpu.deviceId} in MIG mode</span>
                <span aria-hidden="true">{tile.label}</span>
            </span>
            <ul aria-label={`MIG slices of ${gpu.deviceId}`}>
                {tile.slices.map((slice) => (
                    <li key={slice.instance.instanceId} style={{ flexGrow: slice.share }}>
                        <SliceCell slice={slice} gpuId={gpu.deviceId} />
                    </li>
                ))}
            </ul>
        </li>
    );
}

function SliceCell({ slice, gpuId }: { slice: Slice; gpuId: string }) {
    const { profile, instanceId, memoryMB } = slice.instance;
    return (
        <Cell
            className="slice"
            label={`${slice.share}g`}
            what={`${gpuId} slice ${instanceId}`}
            more={`${profile}, ${megabytes(memoryMB)}`}
            holder={slice.holder}
        />
    );
}

interface CellProps {
    className: string;
    label: string;
    what: string;
    more: string;
    holder: Holder | null;
}

function Cell({ className, label, what, more, holder }: CellProps) {
    const lit = useLit(holder?.resourceId ?? null);
    if (holder === null) {
        return (
            <span className={`${className} free`} data-tip={`${what}: free\n${more}`}>
                <span className="sr-only">{`${what}: free`}</span>
                <span aria-hidden="true">{label}</span>
            </span>
        );
    }
    const held = holder.confirmed ? 'held by' : 'reserved for';
    return (
        <a
            className={`${className} owned ${holder.confirmed ? '' : 'reserved'} ${lit ? 'lit' : ''}`}
            style={ownerStyle(holder.resourceId)}
            href={resourceHref(holder.resourceId)}
            aria-label={`${what}: ${held} ${holder.name}`}
            data-tip={`${what}: ${held}\n${holder.name}\n${more}`}
            {...lights(holder.resourceId)}
        >
            <span aria-hidden="true">{label}</span>
        </a>
    );
}
