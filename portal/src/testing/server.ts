import type { AllocationView, ExecutionView, NodeView, ResourceView } from '../api/types';

/** What the API would answer, and what was asked of it. */
export class FakeServer {
    nodes: NodeView[] = [];
    resources: ResourceView[] = [];
    executions: ExecutionView[] = [];
    allocations: Record<string, AllocationView[]> = {};
    /** Answers that come before all others, by method and path. */
    answers: Record<string, () => Response | Promise<Response>> = {};
    readonly asked: string[] = [];
    readonly resumedAfter: (string | null)[] = [];
    private stream: ReadableStreamDefaultController<Uint8Array> | null = null;

    readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
        const url = new URL(String(input));
        const path = url.pathname.replace(/^.*\/api\//, '');
        const asked = `${init?.method ?? 'GET'} ${path}${url.search}`;
        this.asked.push(asked);
        const answer = this.answers[`${init?.method ?? 'GET'} ${path}`];
        if (answer !== undefined) {
            return answer();
        }
        return path === 'events/stream' ? this.open(init) : this.read(path);
    };

    /** Something happened: the server says so on the stream. */
    say(entity: string, id: string, version: number, position: string): void {
        this.sendText(
            `id: ${position}\ndata: ${JSON.stringify({ position, entity, id, event: 'Changed', version })}\n\n`,
        );
    }

    sendText(text: string): void {
        this.stream?.enqueue(new TextEncoder().encode(text));
    }

    hangUp(): void {
        this.stream?.close();
        this.stream = null;
    }

    private open(init?: RequestInit): Response {
        this.resumedAfter.push(new Headers(init?.headers).get('Last-Event-ID'));
        const body = new ReadableStream<Uint8Array>({
            start: (controller) => {
                this.stream = controller;
            },
        });
        return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
    }

    private read(path: string): Response {
        const [kind = '', id, part] = path.split('/');
        if (id === undefined) {
            return json(page(this.all(kind)));
        }
        if (part === 'allocations') {
            return json({ nodeId: id, items: this.allocations[id] ?? [], version: 1 });
        }
        const found = this.all(kind).find((entity) => idOf(entity) === id);
        return found === undefined
            ? problem(404, { title: 'Not found', code: 'NOT_FOUND' })
            : json(found);
    }

    private all(kind: string): (NodeView | ResourceView | ExecutionView)[] {
        return kind === 'nodes'
            ? this.nodes
            : kind === 'resources'
              ? this.resources
              : this.executions;
    }
}

export function json(body: unknown, status = 200): Response {
    return new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
    });
}

export function problem(status: number, body: Record<string, unknown>): Response {
    return new Response(JSON.stringify({ status, ...body }), {
        status,
        headers: { 'Content-Type': 'application/problem+json' },
    });
}

function page<T>(items: T[]) {
    return { items, total: items.length, page: 1, limit: 500 };
}

function idOf(entity: NodeView | ResourceView | ExecutionView): string {
    if ('_id' in entity) {
        return entity._id;
    }
    return 'executionId' in entity ? entity.executionId : entity.nodeId;
}
