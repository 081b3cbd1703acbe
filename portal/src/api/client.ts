import { ProblemError, parseProblem, unreachable } from './problem';
import type { AllocationView, ExecutionView, NodeView, Page, ResourceView } from './types';

const LARGEST_PAGE = '500';

export type LifecycleAction = 'start' | 'stop' | 'restart' | 'pause' | 'resume';

export type Query = Record<string, string | number | boolean | undefined>;

export interface Connection {
    /** Where the API lies, with a slash at its end. */
    base: string;
    token: () => string | null;
    /** The server does not take the token any more. */
    onRefused: () => void;
    fetch?: typeof fetch;
}

/** The part of the API that this page uses. Every refusal is a {@link ProblemError}. */
export class Api {
    private readonly connection: Connection;

    constructor(connection: Connection) {
        this.connection = connection;
    }

    get base(): string {
        return this.connection.base;
    }

    /** For commands that the user takes to a terminal. */
    bearer(): string | null {
        return this.connection.token();
    }

    nodes(signal?: AbortSignal): Promise<NodeView[]> {
        return this.everything('nodes', {}, signal);
    }

    resources(signal?: AbortSignal): Promise<ResourceView[]> {
        return this.everything('resources', {}, signal);
    }

    executionsUnderWay(signal?: AbortSignal): Promise<ExecutionView[]> {
        return this.everything('executions', { status: 'running,compensating' }, signal);
    }

    node(id: string, minVersion?: number): Promise<NodeView> {
        return this.entity('nodes', id, minVersion);
    }

    resource(id: string, minVersion?: number): Promise<ResourceView> {
        return this.entity('resources', id, minVersion);
    }

    execution(id: string, minVersion?: number): Promise<ExecutionView> {
        return this.entity('executions', id, minVersion);
    }

    async allocations(nodeId: string, minVersion?: number): Promise<AllocationView[]> {
        const ledger = await this.entity<{ items: AllocationView[] }>(
            'nodes',
            nodeId,
            minVersion,
            '/allocations',
        );
        return ledger.items;
    }

    /** Accepted; what comes of it is said on the stream. */
    async act(id: string, action: LifecycleAction): Promise<void> {
        await this.json(`resources/${encodeURIComponent(id)}/${action}`, {
            method: 'POST',
            headers: { 'Idempotency-Key': freshKey() },
        });
    }

    /** `force` gives up on an engine that does not answer. */
    async delete(id: string, force: boolean): Promise<void> {
        const query = force ? '?force=true' : '';
        await this.json(`resources/${encodeURIComponent(id)}${query}`, { method: 'DELETE' });
    }

    /** The stream of changes, from behind a position or from now on. */
    stream(after: string | null, signal: AbortSignal): Promise<Response> {
        const headers: Record<string, string> = { Accept: 'text/event-stream' };
        if (after !== null) {
            headers['Last-Event-ID'] = after;
        }
        return this.send('events/stream', { headers, signal, cache: 'no-store' });
    }

    get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
        return this.json(path + written(query), signal ? { signal } : {});
    }

    /** Harmless to repeat, should the answer be lost on the way. */
    post<T>(path: string, body?: unknown, key = freshKey()): Promise<T> {
        const headers = { 'Idempotency-Key': key };
        return this.json(path, { method: 'POST', ...sent(body, headers) });
    }

    /** Meant for the version that the user saw; another is refused. */
    patch<T>(path: string, body: unknown, version: number): Promise<T> {
        const headers = {
            'If-Match': `"${version}"`,
            'Content-Type': 'application/merge-patch+json',
        };
        return this.json(path, { method: 'PATCH', ...sent(body, headers) });
    }

    remove<T>(path: string, query: Query = {}): Promise<T> {
        return this.json(path + written(query), { method: 'DELETE' });
    }

    /** Something that goes on for as long as it is listened to. */
    listen(path: string, query: Query, signal: AbortSignal): Promise<Response> {
        const headers = { Accept: 'text/event-stream' };
        return this.send(path + written(query), { headers, signal, cache: 'no-store' });
    }

    /** As the server wrote it, to be kept as a file. */
    async file(path: string, query: Query = {}): Promise<Blob> {
        const headers = { Accept: '*/*' };
        return (await this.send(path + written(query), { headers })).blob();
    }

    private entity<T>(kind: string, id: string, minVersion?: number, part = ''): Promise<T> {
        const query = minVersion === undefined ? '' : `?minVersion=${minVersion}`;
        return this.json(`${kind}/${encodeURIComponent(id)}${part}${query}`);
    }

    private async everything<T>(
        kind: string,
        filter: Record<string, string>,
        signal?: AbortSignal,
    ): Promise<T[]> {
        const items: T[] = [];
        let cursor: string | null | undefined;
        do {
            const query = new URLSearchParams({ ...filter, limit: LARGEST_PAGE });
            if (cursor) {
                query.set('cursor', cursor);
            }
            const page = await this.json<Page<T>>(`${kind}?${query}`, signal ? { signal } : {});
            items.push(...page.items);
            cursor = page.nextCursor;
        } while (cursor);
        return items;
    }

    private async json<T>(path: string, init: RequestInit = {}): Promise<T> {
        const response = await this.send(path, init);
        const body = await response.text();
        return (body === '' ? {} : JSON.parse(body)) as T;
    }

    private async send(path: string, init: RequestInit): Promise<Response> {
        const headers = new Headers(init.headers);
        const token = this.connection.token();
        if (token !== null) {
            headers.set('Authorization', `Bearer ${token}`);
        }
        if (!headers.has('Accept')) {
            headers.set('Accept', 'application/json, application/problem+json');
        }
        const response = await request(this.connection, path, { ...init, headers });
        if (response.status === 401) {
            this.connection.onRefused();
        }
        return accepted(response);
    }
}

function written(query: Query): string {
    const told = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    const words = told.map(([name, value]): [string, string] => [name, String(value)]);
    return words.length === 0 ? '' : `?${new URLSearchParams(words)}`;
}

function sent(body: unknown, headers: Record<string, string>): RequestInit {
    return body === undefined
        ? { headers }
        : {
              headers: { 'Content-Type': 'application/json', ...headers },
              body: JSON.stringify(body),
          };
}

export interface Login {
    accessToken: string;
    expiresIn: number;
}

export async function logIn(
    where: Pick<Connection, 'base' | 'fetch'>,
    username: string,
    password: string,
): Promise<Login> {
    const response = await request(where, 'auth/login', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ username, password }),
    });
    return (await (await accepted(response)).json()) as Login;
}

async function request(
    where: Pick<Connection, 'base' | 'fetch'>,
    path: string,
    init: RequestInit,
): Promise<Response> {
    try {
        return await (where.fetch ?? fetch)(where.base + path, init);
    } catch (error) {
        if (init.signal?.aborted) {
            throw error;
        }
        throw new ProblemError(unreachable());
    }
}

async function accepted(response: Response): Promise<Response> {
    if (response.ok) {
        return response;
    }
    const body = await response.text();
    throw new ProblemError(
        parseProblem(response.status, response.headers.get('Content-Type'), body),
    );
}

/** Not randomUUID: that exists only where the page came by HTTPS or from this machine. */
export function freshKey(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
