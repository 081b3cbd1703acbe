import {
    type ComponentType,
    type MouseEvent,
    Suspense,
    lazy,
    useEffect,
    useRef,
    useState,
} from 'react';
import { useApp, usePart } from '../app';
import { FleetPage } from '../fleet/FleetPage';
import { LinkState } from '../fleet/LinkState';
import { restWhileHidden } from '../live/hidden';
import { ResourcesPage } from '../resources/ResourcesPage';
import { type PageName, type Route, pageHref, useRoute } from '../routing';
import { Icon } from '../ui/Icon';
import { NoticeList } from '../ui/notices';
import { ProblemText } from '../ui/ProblemText';
import { useTheme } from '../ui/theme';
import { Age } from '../ui/Time';
import { Broken } from './Broken';
import { Shortcuts, useShortcuts } from './Shortcuts';

interface Props {
    username: string;
    signOut: () => void;
}

export interface PageProps {
    route: Route;
}

const PAGES: Record<Exclude<PageName, 'unknown'>, ComponentType<PageProps>> = {
    fleet: FleetPage,
    resources: ResourcesPage,
    resource: lazy(() => import('../resource/ResourcePage')),
    create: lazy(() => import('../create/CreatePage')),
    nodes: lazy(() => import('../nodes/NodesPage')),
    enrol: lazy(() => import('../nodes/EnrolPage')),
    executions: lazy(() => import('../executions/ExecutionsPage')),
    execution: lazy(() => import('../executions/ExecutionPage')),
    schedules: lazy(() => import('../schedules/SchedulesPage')),
    schedule: lazy(() => import('../schedules/SchedulePage')),
    'bulk-operations': lazy(() => import('../bulk/BulkListPage')),
    'bulk-operation': lazy(() => import('../bulk/BulkPage')),
    audit: lazy(() => import('../audit/AuditPage')),
    admin: lazy(() => import('../admin/AdminPage')),
};

export const NAVIGATION: [href: string, words: string, pages: PageName[], key: string][] = [
    ['fleet', 'Fleet', ['fleet'], 'f'],
    ['resources', 'Resources', ['resources', 'resource', 'create'], 'r'],
    [
        'executions',
        'Executions',
        ['executions', 'execution', 'bulk-operations', 'bulk-operation'],
        'e',
    ],
    ['schedules', 'Schedules', ['schedules', 'schedule'], 's'],
    ['nodes', 'Nodes', ['nodes', 'enrol'], 'n'],
    ['audit', 'Audit', ['audit'], 'u'],
    ['admin', 'Admin', ['admin'], 'a'],
];

/** What is around every page: where one is, where one can go, and whether what is shown is true. */
export function Frame({ username, signOut }: Props) {
    const { store, notices } = useApp();
    const link = usePart((picture) => picture.link);
    const route = useRoute();
    const [theme, nextTheme] = useTheme();
    const [help, setHelp] = useState(false);
    useShortcuts(() => setHelp(true));
    useEffect(() => {
        const back = () => store.reconnect();
        window.addEventListener('online', back);
        return () => window.removeEventListener('online', back);
    }, [store]);
    useEffect(() => restWhileHidden(store.rest), [store]);
    useArrival(route);
    return (
        <>
            <a className="skip" href="#main" onClick={skip}>
                Skip to the page
            </a>
            <header className="top">
                <a className="brand" href={pageHref('fleet')}>
                    <img src="./favicon.svg" alt="" width="26" height="26" /> AIWM
                </a>
                <nav aria-label="Pages">
                    <ul>
                        {NAVIGATION.map(([href, words, pages, key]) => (
                            <li key={href}>
                                <a
                                    href={pageHref(href)}
                                    aria-current={pages.includes(route.page) ? 'page' : undefined}
                                    aria-keyshortcuts={`g ${key}`}
                                >
                                    {words}
                                </a>
                            </li>
                        ))}
                    </ul>
                </nav>
                <LinkState link={link} retry={store.reconnect} />
                <a className="button primary" href={pageHref('create')} aria-keyshortcuts="c">
                    Create
                </a>
                <a href="api-docs">API</a>
                <button
                    type="button"
                    className="ghost"
                    data-tip="Light or dark"
                    onClick={nextTheme}
                >
                    <Icon name="theme" /> <span className="sr-only">Colours: </span>
                    {theme}
                </button>
                <button
                    type="button"
                    className="ghost"
                    aria-label="Keyboard shortcuts"
                    data-tip="Keyboard shortcuts"
                    aria-keyshortcuts="?"
                    onClick={() => setHelp(true)}
                >
                    ?
                </button>
                <span className="user">{username}</span>
                <button type="button" className="ghost" onClick={signOut}>
                    Sign out
                </button>
            </header>
            <main id="main" tabIndex={-1}>
                <Stale />
                <Broken key={`${route.page}/${route.id}/${route.tab}`}>
                    <Suspense fallback={<p className="loading">Loading…</p>}>
                        <Page route={route} />
                    </Suspense>
                </Broken>
            </main>
            <NoticeList notices={notices} />
            {help ? <Shortcuts close={() => setHelp(false)} /> : null}
        </>
    );
}

function Page({ route }: PageProps) {
    const loaded = usePart((picture) => picture.loaded);
    const problem = usePart((picture) => picture.problem);
    if (route.page === 'unknown') {
        return (
            <p className="banner warning">
                There is no such page. <a href={pageHref('fleet')}>Show the fleet</a>
            </p>
        );
    }
    if (!loaded) {
        return problem === null ? (
            <p className="loading" role="status">
                Reading the fleet…
            </p>
        ) : null;
    }
    const Shown = PAGES[route.page];
    return <Shown route={route} />;
}

/** Says that what is shown may not be what is. */
function Stale() {
    const { store } = useApp();
    const loaded = usePart((picture) => picture.loaded);
    const problem = usePart((picture) => picture.problem);
    const link = usePart((picture) => picture.link);
    return (
        <>
            {problem !== null ? (
                <div className="banner danger" role="alert">
                    <ProblemText problem={problem} />
                    <button type="button" onClick={() => void store.readAll()}>
                        Read again
                    </button>
                </div>
            ) : null}
            {loaded && link.state !== 'live' && link.since !== null ? (
                <p className="banner warning">
                    <Icon name="warning" />
                    <span>
                        This is the fleet as it was <Age at={new Date(link.since).toISOString()} />{' '}
                        ago. The page goes on by itself when the server answers.
                    </span>
                </p>
            ) : null}
        </>
    );
}

/** Whoever goes to another page begins at its top, with the keyboard and the screen reader too. */
function useArrival(route: Route): void {
    const where = `${route.page}/${route.id ?? ''}`;
    const first = useRef(where);
    useEffect(() => {
        if (first.current === where) {
            return;
        }
        first.current = where;
        window.scrollTo(0, 0);
        document.getElementById('main')?.focus({ preventScroll: true });
    }, [where]);
}

/** The address is the page's own, so the jump must not change it. */
function skip(event: MouseEvent): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
}
