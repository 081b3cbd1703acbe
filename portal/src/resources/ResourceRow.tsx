import { memo, useEffect, useRef } from 'react';
import type { ExecutionView, ResourceView } from '../api/types';
import { nodeHref, replaceRoute, resourceHref } from '../routing';
import { lights, ownerStyle, useLit } from '../ui/highlight';
import { Icon } from '../ui/Icon';
import { Age } from '../ui/Time';
import { ResourceActions } from './ResourceActions';
import { ResourceDetail } from './ResourceDetail';
import { StatusBadge } from './StatusBadge';
import { TYPES } from './status';

interface Props {
    resource: ResourceView;
    execution: ExecutionView | undefined;
    open: boolean;
    /** Where the list is when this row is closed again. */
    back: string;
}

export const COLUMNS = 8;

export const ResourceRow = memo(function ResourceRow({ resource, execution, open, back }: Props) {
    const lit = useLit(resource._id);
    const row = useRef<HTMLTableRowElement>(null);
    useEffect(() => {
        if (open) {
            row.current?.scrollIntoView({ block: 'nearest' });
        }
    }, [open]);
    const detailId = `detail-${resource._id}`;
    return (
        <>
            <tr
                ref={row}
                className={`${open ? 'open' : ''} ${lit ? 'lit' : ''}`}
                {...lights(resource._id)}
            >
                <td className="expand">
                    <button
                        type="button"
                        className="ghost"
                        aria-expanded={open}
                        aria-controls={detailId}
                        aria-label={`Details of ${resource.name}`}
                        onClick={() => replaceRoute(open ? back : resourceHref(resource._id))}
                    >
                        <Icon name="chevron" />
                    </button>
                </td>
                <th scope="row">
                    <span className="swatch" style={ownerStyle(resource._id)} aria-hidden="true" />
                    <a href={open ? back : resourceHref(resource._id)}>{resource.name}</a>
                    {resource.simulated ? (
                        <span
                            className="chip simulated"
                            data-tip="Nothing real runs: a simulated driver"
                        >
                            simulated
                        </span>
                    ) : null}
                </th>
                <td data-column="Type">
                    <span className="type">
                        <Icon name={resource.resourceType} /> {TYPES[resource.resourceType]}
                    </span>
                </td>
                <td data-column="Status">
                    <StatusBadge resource={resource} execution={execution} />
                </td>
                <td data-column="Node">
                    <a href={nodeHref(resource.nodeId)}>{resource.nodeId}</a>
                </td>
                <td data-column="Endpoint">
                    <Endpoint at={resource.runtime?.endpoint ?? null} />
                </td>
                <td data-column="Age">
                    <Age at={resource.createdAt} />
                </td>
                <td>
                    <ResourceActions resource={resource} />
                </td>
            </tr>
            {open ? (
                <tr className="detail-row" id={detailId}>
                    <td colSpan={COLUMNS}>
                        <ResourceDetail resource={resource} execution={execution} />
                    </td>
                </tr>
            ) : null}
        </>
    );
});

function Endpoint({ at }: { at: string | null }) {
    if (at === null || at === '') {
        return <span className="nothing">none</span>;
    }
    return /^https?:\/\//.test(at) ? (
        <a className="endpoint" href={at} target="_blank" rel="noreferrer noopener">
            {at.replace(/^https?:\/\//, '')}
        </a>
    ) : (
        <span className="endpoint">{at}</span>
    );
}
