import { resourceHref } from '../routing';
import { StatusBadge } from '../resources/StatusBadge';
import { groupOf } from '../resources/status';
import { pageHref } from '../routing';
import { Age } from '../ui/Time';
import type { Fleet } from './state';

const SHOWN = 6;

/** What has failed, is unknown or is under way, the newest first. */
export function Attention({ fleet }: { fleet: Fleet }) {
    const found = [...fleet.resources.values()]
        .filter((resource) => ['failed', 'unknown', 'busy'].includes(groupOf(resource.status)))
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
    if (found.length === 0) {
        return fleet.resources.size > 0 ? null : (
            <p className="banner">
                <span>
                    Nothing runs yet. <a href={pageHref('create')}>Create the first resource</a>: a
                    node that fits is chosen for you.
                </span>
            </p>
        );
    }
    return (
        <section aria-labelledby="attention">
            <header className="section-head">
                <h2 id="attention">Under way, or in need of a look</h2>
                {found.length > SHOWN ? (
                    <a href={pageHref('resources')}>{`All of ${found.length}`}</a>
                ) : null}
            </header>
            <ul className="attention">
                {found.slice(0, SHOWN).map((resource) => (
                    <li key={resource._id}>
                        <p>
                            <a href={resourceHref(resource._id)}>{resource.name}</a>{' '}
                            <span className="fine">
                                on {resource.nodeId}, <Age at={resource.updatedAt} /> ago
                            </span>
                        </p>
                        <StatusBadge
                            resource={resource}
                            execution={fleet.executions.get(resource.executionId ?? '')}
                        />
                    </li>
                ))}
            </ul>
        </section>
    );
}
