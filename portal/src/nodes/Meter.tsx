import { percent } from '../format';
import { lights, ownerStyle, useLit } from '../ui/highlight';
import type { Segment } from './ledger';

interface Props {
    label: string;
    claimed: number;
    total: number;
    segments: Segment[];
    show: (amount: number) => string;
    /** Said of all in one, where that is shorter than both amounts with their units. */
    words?: string;
    /** Where the real end lies when more is given out than there is. */
    physical?: number;
    note?: string;
}

/** How much of a quantity is claimed, each holder a piece of its own colour. */
export function Meter(props: Props) {
    const { label, claimed, total, segments, show, physical, note } = props;
    const words = props.words ?? `${show(claimed)} of ${show(total)}`;
    const marked = physical !== undefined && physical < total;
    return (
        <div className="meter">
            <span className="meter-label">{label}</span>
            <div
                className="bar"
                role="meter"
                aria-label={`${label} claimed`}
                aria-valuemin={0}
                aria-valuemax={total}
                aria-valuenow={Math.min(claimed, total)}
                aria-valuetext={words}
            >
                {segments.map((segment) => (
                    <Piece key={segment.resourceId} segment={segment} total={total} show={show} />
                ))}
                {segments.length === 0 && claimed > 0 ? (
                    <span className="piece" style={{ width: `${percent(claimed, total)}%` }} />
                ) : null}
                {marked ? (
                    <span
                        className="physical"
                        style={{ left: `${percent(physical, total)}%` }}
                        data-tip={`${show(physical)} are real; more is given out, because few use all at once`}
                    />
                ) : null}
            </div>
            <span className="meter-words" data-tip={note}>
                {words}
            </span>
        </div>
    );
}

interface PieceProps {
    segment: Segment;
    total: number;
    show: (amount: number) => string;
}

function Piece({ segment, total, show }: PieceProps) {
    const lit = useLit(segment.resourceId);
    const style = {
        ...ownerStyle(segment.resourceId),
        width: `${percent(segment.amount, total)}%`,
    };
    const state = segment.confirmed ? '' : '\nreserved, not yet confirmed';
    return (
        <span
            className={`piece owned ${segment.confirmed ? '' : 'reserved'} ${lit ? 'lit' : ''}`}
            style={style}
            data-tip={`${segment.name}\n${show(segment.amount)}${state}`}
            {...lights(segment.resourceId)}
        />
    );
}
