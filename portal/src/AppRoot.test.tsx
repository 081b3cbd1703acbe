// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppRoot } from './AppRoot';
import { Sessions } from './session/session';
import { NOTHING, allocation, execution, node, resource, step } from './testing/samples';
import { FakeServer, json, problem } from './testing/server';

const ID = resource()._id;
const GPUS = ['GPU-0', 'GPU-1'].map((deviceId) => ({
    deviceId,
    model: 'H100',
    memoryTotal: 81920,
    migEnabled: false,
    migInstances: [],
}));

describe('the page', () => {
    let server: FakeServer;
    let sessions: Sessions;

    // The page loads it when it is first wanted; here that must take no time.
    beforeAll(() => import('./resource/ResourcePage'));

    beforeEach(() => {
        vi.useFakeTimers();
        sessionStorage.clear();
        window.location.hash = '';
        server = new FakeServer();
        server.nodes = [node({ gpuDevices: GPUS })];
        server.resources = [resource()];
        vi.stubGlobal('fetch', server.fetch);
        sessions = new Sessions();
    });

    afterEach(() => {
        cleanup();
        vi.useRealTimers();
        vi.unstubAllGlobals();
    });

    const settle = (time = 200) => act(() => vi.advanceTimersByTimeAsync(time));

    async function show(): Promise<void> {
        render(<AppRoot sessions={sessions} base="http://server/api/" />);
        await settle();
    }

    async function showSignedIn(address = ''): Promise<void> {
        window.location.hash = address;
        sessions.begin({ token: 't', username: 'admin', expiresAt: Date.now() + 3_600_000 });
        await show();
    }

    const goTo = async (address: string) => {
        act(() => {
            window.location.hash = address;
            window.dispatchEvent(new HashChangeEvent('hashchange'));
        });
        await settle();
    };

    const press = async (name: string | RegExp) => {
        fireEvent.click(screen.getByRole('button', { name }));
        await settle();
    };

    it('asks who is there, and shows the fleet to who is known', async () => {
        server.answers['POST auth/login'] = () => json({ accessToken: 'fresh', expiresIn: 3600 });
        await show();
        fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'right' } });
        await press('Sign in');
        expect(screen.getByRole('heading', { name: 'Fleet' })).toBeTruthy();
        expect(sessionStorage.getItem('aiwm.session')).toContain('fresh');
    });

    it('says that user and password do not match', async () => {
        server.answers['POST auth/login'] = () =>
            problem(401, { title: 'No', code: 'UNAUTHENTICATED' });
        await show();
        fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'wrong' } });
        await press('Sign in');
        expect(screen.getByRole('alert').textContent).toContain('do not match');
    });

    it('signs out when the token is not taken any more', async () => {
        server.answers['GET nodes'] = () => problem(401, { title: 'No', code: 'UNAUTHENTICATED' });
        await showSignedIn();
        expect(screen.getByText(/Your session has ended/)).toBeTruthy();
    });

    it('shows who holds what, and follows the stream', async () => {
        server.allocations['node-1'] = [allocation({ claims: { ...NOTHING, gpuIds: ['GPU-1'] } })];
        await showSignedIn();
        expect(screen.getByRole('link', { name: 'GPU-1: held by web' }).getAttribute('href')).toBe(
            `#/resources/${ID}`,
        );
        expect(screen.getByText('GPU-0: free')).toBeTruthy();
        expect(screen.getByText('Live')).toBeTruthy();
        server.resources = [
            resource({ version: 4, status: 'stopped', allowedActions: ['start', 'delete'] }),
        ];
        server.say('resource', ID, 4, '9');
        await settle();
        await goTo('#/resources');
        const list = screen.getByRole('table', { name: /Resources/ });
        expect(within(list).getByText('stopped')).toBeTruthy();
        server.resources = [resource({ version: 5, status: 'starting' })];
        server.say('resource', ID, 5, '10');
        await settle();
        expect(within(list).getByText('starting')).toBeTruthy();
    });

    it('shows how far an execution is', async () => {
        server.resources = [resource({ status: 'deploying', executionId: 'e' })];
        server.executions = [
            execution({ executionId: 'e', steps: [step({ status: 'dispatched' })] }),
        ];
        await showSignedIn();
        expect(
            screen.getByRole('progressbar', { name: 'Progress of web' }).getAttribute('value'),
        ).toBe('40');
        expect(screen.getByText(/pull · step 1 of 1/)).toBeTruthy();
    });

    it('teaches the first command when there is nothing', async () => {
        server.resources = [];
        server.nodes = [];
        await showSignedIn();
        expect(screen.getByText('No node yet')).toBeTruthy();
        await goTo('#/resources');
        expect(screen.getByText('Nothing runs yet')).toBeTruthy();
        expect(screen.getByText(/curl -sS 'http:\/\/server\/api\/resources'/)).toBeTruthy();
    });

    it('asks for an action and says what was asked', async () => {
        server.answers[`POST resources/${ID}/stop`] = () => json({ success: true }, 202);
        await showSignedIn('#/resources');
        await press('Stop web');
        expect(server.asked).toContain(`POST resources/${ID}/stop`);
        expect(screen.getByText('Stopping web')).toBeTruthy();
    });

    it('shows why an action was refused, and what is possible', async () => {
        server.answers[`POST resources/${ID}/stop`] = () =>
            problem(409, {
                title: 'Operation in progress',
                code: 'OPERATION_IN_PROGRESS',
                detail: 'the resource is starting',
                correlationId: 'c-1',
            });
        await showSignedIn('#/resources');
        await press('Stop web');
        const said = screen.getByText('Could not stop web').parentElement?.textContent;
        expect(said).toContain('The resource is starting.');
        expect(said).toContain('Wait until what is under way has ended');
        expect(said).toContain('c-1');
    });

    it('deletes only what was named', async () => {
        server.answers[`DELETE resources/${ID}`] = () => json({ success: true }, 202);
        await showSignedIn('#/resources');
        await press('Delete web');
        const sure = screen.getByRole<HTMLButtonElement>('button', { name: 'Delete' });
        expect(sure.disabled).toBe(true);
        fireEvent.change(screen.getByLabelText(/Type web to confirm/), {
            target: { value: 'web' },
        });
        expect(sure.disabled).toBe(false);
        await press('Delete');
        expect(server.asked).toContain(`DELETE resources/${ID}`);
    });

    it('opens what the address points at', async () => {
        await showSignedIn(`#/resources/${ID}`);
        expect(screen.getByRole('heading', { name: 'web' })).toBeTruthy();
        expect(document.title).toBe('web · AIWM');
        expect(screen.getByRole('link', { name: 'Overview' }).getAttribute('aria-current')).toBe(
            'page',
        );
    });

    it('says that what the address points at is not there', async () => {
        await showSignedIn('#/resources/ffffffffffffffffffffffff');
        expect(screen.getByText(/There is no resource/)).toBeTruthy();
    });

    it('goes to pages by keys, but not while somebody types', async () => {
        await showSignedIn();
        fireEvent.keyDown(document.body, { key: 'g' });
        fireEvent.keyDown(document.body, { key: 'r' });
        await settle();
        expect(window.location.hash).toBe('#/resources');
        await goTo(window.location.hash);
        const search = screen.getByRole('searchbox');
        fireEvent.keyDown(search, { key: 'g' });
        fireEvent.keyDown(search, { key: 'f' });
        expect(window.location.hash).toBe('#/resources');
    });

    it('does one thing to all that were chosen, and names what was refused', async () => {
        server.resources = [resource(), resource({ _id: 'b', name: 'other' })];
        const items = [
            { resourceId: ID, name: 'web', status: 'succeeded' },
            {
                resourceId: 'b',
                name: 'other',
                status: 'refused',
                error: { code: 'OPERATION_IN_PROGRESS', message: 'busy', at: '' },
            },
        ];
        const counts = { total: 2, waiting: 0, running: 2 };
        server.answers['POST resources/bulk'] = () =>
            json({ bulkId: 'k', done: false, counts, items: [] }, 202);
        server.answers['GET bulk-operations/k'] = () =>
            json({ bulkId: 'k', done: true, counts, items });
        await showSignedIn('#/resources');
        fireEvent.click(screen.getByRole('checkbox', { name: 'Choose all that are shown' }));
        await settle();
        await press('Stop 2');
        expect(screen.getByText('0 of 2')).toBeTruthy();
        await settle(500);
        expect(screen.getByText('Stop: done to 1 resource')).toBeTruthy();
        expect(screen.getByText('Stop: not done to other')).toBeTruthy();
    });

    it('draws only the rows near the window', async () => {
        server.resources = Array.from({ length: 3_000 }, (_, index) =>
            resource({ _id: `${index}`, name: `web ${index}` }),
        );
        await showSignedIn('#/resources');
        const list = screen.getByRole('table', { name: /3000 of 3000/ });
        expect(list.getAttribute('aria-rowcount')).toBe('3001');
        expect(list.querySelectorAll('tbody tr').length).toBeLessThan(100);
    });

    it('says when it is not live, and since when', async () => {
        server.answers['GET events/stream'] = () =>
            problem(503, { title: 'Later', code: 'UNAVAILABLE' });
        await showSignedIn();
        expect(screen.getByText('Not live, trying again')).toBeTruthy();
        expect(screen.getByRole('heading', { name: 'Fleet' })).toBeTruthy();
        delete server.answers['GET events/stream'];
        await press('Try now');
        expect(screen.getByText('Live')).toBeTruthy();
    });

    it('marks nodes that are fenced, cordoned or simulated', async () => {
        server.nodes = [
            node({ nodeId: 'a', name: 'A', fenced: true, fenceReason: 'MISSED_HEARTBEATS' }),
            node({
                nodeId: 'b',
                name: 'B',
                cordoned: true,
                cordonReason: 'new disk',
                simulated: true,
            }),
        ];
        await showSignedIn();
        expect(screen.getByRole('article', { name: /A/ }).textContent).toContain(
            'missed heartbeats',
        );
        const cordoned = screen.getByRole('article', { name: /B/ }).textContent;
        expect(cordoned).toContain('Nothing new is placed here: new disk');
        expect(cordoned).toContain('simulated');
    });

    it('filters by the chosen status and keeps it in the address', async () => {
        server.resources = [resource(), resource({ _id: 'b', name: 'broken', status: 'failed' })];
        await showSignedIn('#/resources');
        await press(/^Failed/);
        expect(screen.queryByRole('row', { name: /web/ })).toBeNull();
        expect(screen.getByRole('row', { name: /broken/ })).toBeTruthy();
        expect(window.location.hash).toBe('#/resources?status=failed');
    });
});
