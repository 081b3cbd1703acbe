import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamEvent } from './eventStream';
import { type Following, type Link, follow } from './follow';

/** A server's end of one connection. */
class Connection {
    readonly after: string | null;
    readonly signal: AbortSignal;
    readonly response: Response;
    private controller!: ReadableStreamDefaultController<Uint8Array>;

    constructor(after: string | null, signal: AbortSignal) {
        this.after = after;
        this.signal = signal;
        const body = new ReadableStream<Uint8Array>({
            start: (controller) => {
                this.controller = controller;
            },
        });
        signal.addEventListener('abort', () => {
            try {
                this.controller.error(new Error('aborted'));
            } catch {
                // It had ended already.
            }
        });
        this.response = new Response(body);
    }

    send(text: string): void {
        this.controller.enqueue(new TextEncoder().encode(text));
    }

    end(): void {
        this.controller.close();
    }
}

describe('following the stream', () => {
    let connections: Connection[];
    let refusals: number;
    let events: StreamEvent[];
    let links: Link[];
    let opened: boolean[];
    let following: Following;

    beforeEach(() => {
        vi.useFakeTimers();
        connections = [];
        refusals = 0;
        events = [];
        links = [];
        opened = [];
        following = follow({
            open: async (after, signal) => {
                if (refusals > 0) {
                    refusals--;
                    throw new Error('refused');
                }
                const connection = new Connection(after, signal);
                connections.push(connection);
                return connection.response;
            },
            onOpen: (resumed) => opened.push(resumed),
            onEvent: (event) => events.push(event),
            onLink: (link) => links.push(link),
            random: () => 1,
        });
    });

    afterEach(() => {
        following.stop();
        vi.useRealTimers();
    });

    const settle = (time = 0) => vi.advanceTimersByTimeAsync(time);
    const last = () => connections.at(-1) as Connection;

    it('holds no connection while it rests, and then goes on where it was', async () => {
        await settle();
        last().send('id: 7\ndata: a\n\n');
        await settle();
        following.rest(true);
        await settle(30_000);
        expect(last().signal.aborted).toBe(true);
        following.retryNow();
        await settle(1_000);
        expect(connections).toHaveLength(1);
        following.rest(false);
        await settle();
        expect(last().after).toBe('7');
        expect(links.map((link) => link.state)).toEqual([
            'connecting',
            'live',
            'connecting',
            'live',
        ]);
    });

    it('begins with what happens from now on', async () => {
        await settle();
        expect(last().after).toBeNull();
        expect(opened).toEqual([false]);
        last().send('id: 3\ndata: x\n\n');
        await settle();
        expect(events).toEqual([{ type: 'message', data: 'x' }]);
        expect(links.at(-1)?.state).toBe('live');
    });

    it('goes on after the last event when the connection ends', async () => {
        await settle();
        last().send('retry: 2000\nid: 3\ndata: x\n\n');
        await settle();
        last().end();
        await settle();
        expect(links.at(-1)?.state).toBe('waiting');
        await settle(1999);
        expect(connections).toHaveLength(1);
        await settle(1);
        expect(last().after).toBe('3');
        expect(opened).toEqual([false, true]);
    });

    it('waits longer after each failure and at once goes on when told', async () => {
        await settle();
        last().send('id: 3\ndata: x\n\n');
        await settle();
        refusals = 3;
        last().end();
        await settle(500);
        await settle(1000);
        expect(connections).toHaveLength(1);
        expect(links.at(-1)).toMatchObject({ state: 'waiting', attempt: 3 });
        following.retryNow();
        await settle();
        following.retryNow();
        await settle();
        expect(connections).toHaveLength(2);
        expect(last().after).toBe('3');
    });

    it('takes a stream that says nothing for dead', async () => {
        await settle();
        last().send(': heartbeat\n\n');
        await settle(44_000);
        expect(last().signal.aborted).toBe(false);
        await settle(2_000);
        expect(connections[0]?.signal.aborted).toBe(true);
        await settle(500);
        expect(connections).toHaveLength(2);
    });

    it('starts anew after a long break instead of hearing all that happened', async () => {
        await settle();
        last().send('id: 3\ndata: x\n\n');
        await settle();
        refusals = 6;
        last().end();
        await settle(120_000);
        expect(connections).toHaveLength(2);
        expect(last().after).toBeNull();
        expect(opened).toEqual([false, false]);
    });

    it('is silent once stopped', async () => {
        await settle();
        following.stop();
        await settle(60_000);
        expect(connections).toHaveLength(1);
        expect(links.at(-1)?.state).toBe('live');
    });
});
