import { type MouseEvent, useEffect } from 'react';
import { useApp, usePicture } from '../app';
import { NodeList } from '../nodes/NodeList';
import { ResourceTable } from '../resources/ResourceTable';
import { type Route, fleetHref, useRoute } from '../routing';
import { Icon } from '../ui/Icon';
import { NoticeList } from '../ui/notices';
import { ProblemText } from '../ui/ProblemText';
import { useTheme } from '../ui/theme';
import { Age } from '../ui/Time';
import { LinkState } from './LinkState';
import { Summary } from './Summary';

interface Props {
    username: string;
    signOut: () => void;
}

export function FleetPage({ username, signOut }: Props) {
    const { store, notices } = useApp();
    const { link } = usePicture();
    const route = useRoute();
    const [theme, nextTheme] = useTheme();
    useEffect(() => {
        const back = () => store.reconnect();
        window.addEventListener('online', back);
        return () => window.removeEventListener('online', back);
    }, [store]);
    return (
        <>
            <a className="skip" href="#main" onClick={skip}>
                Skip to the fleet
            </a>
            <header className="top">
                <a className="brand" href={fleetHref({})}>
                    <img src="./favicon.svg" alt="" width="26" height="26" /> AIWM
                </a>
                <LinkState link={link} retry={store.reconnect} />
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
                <span className="user">{username}</span>
                <button type="button" className="ghost" onClick={signOut}>
                    Sign out
                </button>
            </header>
            <main id="main" tabIndex={-1}>
                <h1 className="sr-only">Fleet</h1>
                {route.page === 'unknown' ? (
                    <p className="banner warning">
                        There is no such page. <a href={fleetHref({})}>Show the fleet</a>
                    </p>
                ) : (
                    <Content route={route} />
                )}
            </main>
            <NoticeList notices={notices} />
        </>
    );
}

function Content({ route }: { route: Route }) {
    const { store } = useApp();
    const { fleet, loaded, problem, link } = usePicture();
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
            {loaded && link.state === 'waiting' ? (
                <p className="banner warning">
                    <Icon name="warning" />
                    <span>
                        This is the fleet as it was <Age at={new Date(link.since).toISOString()} />{' '}
                        ago. The page goes on by itself when the server answers.
                    </span>
                </p>
            ) : null}
            {loaded ? (
                <>
                    <Summary fleet={fleet} />
                    <NodeList fleet={fleet} target={route.nodeId} />
                    <ResourceTable fleet={fleet} route={route} />
                </>
            ) : problem === null ? (
                <p className="loading" role="status">
                    Reading the fleet…
                </p>
            ) : null}
        </>
    );
}

/** The address is the page's own, so the jump must not change it. */
function skip(event: MouseEvent): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
}
