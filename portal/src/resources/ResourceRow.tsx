import { memo } from 'react';
import type { ExecutionView, ResourceView } from '../api/types';
import { nodeHref, resourceHref } from '../routing';
import { lights, ownerStyle, useLit } from '../ui/highlight';
import { Icon } from '../ui/Icon';
import { Simulated } from '../ui/Simulated';
import { Age } from '../ui/Time';
import { Endpoint } from './Endpoint';
import { ResourceActions } from './ResourceActions';
import { StatusLine } from './StatusBadge';
import { TYPES } from './status';

interface Props {
    /** Its row in the whole table, for those who do not see it. */
    index: number;
    resource: ResourceView;
    execution: ExecutionView | undefined;
    chosen: boolean;
    choose: (id: string, on: boolean) => void;
}

export const COLUMNS = 8;
/** In pixels, as in the style sheet. */
export const ROW_HEIGHT = 42;

export const ResourceRow = memo(function ResourceRow(props: Props) {
    const { index, resource, execution, chosen, choose } = props;
    const lit = useLit(resource._id);
    return (
        <tr
            aria-rowindex={index}
            aria-selected={chosen}
            className={`${chosen ? 'chosen' : ''} ${lit ? 'lit' : ''}`}
            {...lights(resource._id)}
        >
            <td>
                <input
                    type="checkbox"
                    aria-label={`Choose ${resource.name}`}
                    checked={chosen}
                    onChange={(event) => choose(resource._id, event.target.checked)}
                />
            </td>
            <th scope="row" className="c-name">
                <div className="name-cell">
                    <span className="swatch" style={ownerStyle(resource._id)} aria-hidden="true" />
                    <a href={resourceHref(resource._id)} title={resource.name}>
                        {resource.name}
                    </a>
                    {resource.simulated ? <Simulated /> : null}
                </div>
            </th>
            <td className="c-type">
                <span className="type">
                    <Icon name={resource.resourceType} /> {TYPES[resource.resourceType]}
                </span>
            </td>
            <td className="c-status">
                <StatusLine resource={resource} execution={execution} />
            </td>
            <td className="c-node">
                <a href={nodeHref(resource.nodeId)}>{resource.nodeId}</a>
            </td>
            <td className="c-endpoint">
                <Endpoint at={resource.runtime?.endpoint ?? null} />
            </td>
            <td className="c-age">
                <Age at={resource.createdAt} />
            </td>
            <td className="c-actions">
                <ResourceActions resource={resource} />
            </td>
        </tr>
    );
});
