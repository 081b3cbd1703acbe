import { type ComponentType, type LazyExoticComponent, Suspense, lazy, useEffect } from 'react';
import type { ExecutionView, ResourceView } from '../api/types';
import { useApp, usePicture } from '../app';
import type { PageProps } from '../frame/Frame';
import { Endpoint } from '../resources/Endpoint';
import { ResourceActions } from '../resources/ResourceActions';
import { StatusBadge } from '../resources/StatusBadge';
import { TYPES } from '../resources/status';
import { nodeHref, pageHref, resourceHref } from '../routing';
import { Icon } from '../ui/Icon';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { useRead } from '../ui/read';
import { Simulated } from '../ui/Simulated';
import { Overview } from './Overview';
import '../styles/resource.css';

export interface TabProps {
    resource: ResourceView;
}

interface Tab {
    key: string;
    words: string;
    /** Which kinds of resources have it; all when it is not said. */
    of?: (resource: ResourceView) => boolean;
    shows: LazyExoticComponent<ComponentType<TabProps>>;
}

const machine = (resource: ResourceView) => resource.resourceType === 'virtual-machine';
const container = (resource: ResourceView) => !machine(resource);

const TABS: Tab[] = [
    { key: 'metrics', words: 'Metrics', shows: lazy(() => import('../metrics/MetricsTab')) },
    { key: 'logs', words: 'Logs', shows: lazy(() => import('./LogsTab')) },
    {
        key: 'terminal',
        words: 'Terminal',
        of: container,
        shows: lazy(() => import('../console/TerminalTab')),
    },
    {
        key: 'console',
        words: 'Console',
        of: machine,
        shows: lazy(() => import('../console/ConsoleTab')),
    },
    {
        key: 'snapshots',
        words: 'Snapshots',
        of: machine,
        shows: lazy(() => import('./SnapshotsTab')),
    },
    { key: 'configuration', words: 'Configuration', shows: lazy(() => import('./ConfigTab')) },
    { key: 'executions', words: 'Executions', shows: lazy(() => import('./ExecutionsTab')) },
    { key: 'history', words: 'History', shows: lazy(() => import('../audit/HistoryTab')) },
];

export default function ResourcePage({ route }: PageProps) {
    const { api } = useApp();
    const { fleet } = usePicture();
    const id = route.id ?? '';
    const known = fleet.resources.get(id);
    // Not in the fleet: it may be deleted, which is still worth a look, or may never have been.
    const gone = useRead(
        () => (known === undefined ? api.resource(id) : Promise.resolve(null)),
        [id, known === undefined],
    );
    const resource = known ?? gone.value;
    if (resource === null) {
        return gone.problem === null ? (
            <p className="loading">Reading the resource…</p>
        ) : (
            <>
                <PageHead title="Resource" />
                {gone.problem.status === 404 ? (
                    <p className="banner warning" role="status">
                        <span>
                            There is no resource <code>{id}</code>.{' '}
                            <a href={pageHref('resources')}>Show the list</a>
                        </span>
                    </p>
                ) : (
                    <ProblemText problem={gone.problem} />
                )}
            </>
        );
    }
    const execution = fleet.executions.get(resource.executionId ?? '');
    return <Shown resource={resource} execution={execution} tab={route.tab ?? 'overview'} />;
}

interface ShownProps {
    resource: ResourceView;
    execution: ExecutionView | undefined;
    tab: string;
}

function Shown({ resource, execution, tab }: ShownProps) {
    const tabs = TABS.filter((it) => it.of === undefined || it.of(resource));
    const open = tabs.find((it) => it.key === tab);
    const OpenTab = open?.shows;
    useEffect(() => {
        document.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest' });
    }, [tab]);
    return (
        <>
            <p className="crumbs">
                <a href={pageHref('resources')}>Resources</a>
            </p>
            <PageHead title={resource.name}>
                <ResourceActions resource={resource} wide />
                {resource.status === 'deleted' ? null : (
                    <a
                        className="button"
                        href={pageHref('schedules/new', { resource: resource._id })}
                    >
                        Schedule…
                    </a>
                )}
            </PageHead>
            <div className="facts">
                <span className="type">
                    <Icon name={resource.resourceType} /> {TYPES[resource.resourceType]}
                </span>
                {resource.simulated ? <Simulated /> : null}
                <StatusBadge resource={resource} execution={execution} />
                <span>
                    on <a href={nodeHref(resource.nodeId)}>{resource.nodeId}</a>
                </span>
                {resource.runtime?.endpoint ? <Endpoint at={resource.runtime.endpoint} /> : null}
            </div>
            <nav className="tabs" aria-label={`Parts of ${resource.name}`}>
                <ul>
                    <li>
                        <a
                            href={resourceHref(resource._id)}
                            aria-current={tab === 'overview' ? 'page' : undefined}
                        >
                            Overview
                        </a>
                    </li>
                    {tabs.map(({ key, words }) => (
                        <li key={key}>
                            <a
                                href={resourceHref(resource._id, key)}
                                aria-current={tab === key ? 'page' : undefined}
                            >
                                {words}
                            </a>
                        </li>
                    ))}
                </ul>
            </nav>
            <Suspense fallback={<p className="loading">Loading…</p>}>
                {OpenTab !== undefined ? (
                    <OpenTab key={resource._id} resource={resource} />
                ) : tab === 'overview' ? (
                    <Overview resource={resource} execution={execution} />
                ) : (
                    <p className="banner warning">
                        <span>
                            A {TYPES[resource.resourceType].toLowerCase()} has no part <b>{tab}</b>.
                        </span>
                    </p>
                )}
            </Suspense>
        </>
    );
}
