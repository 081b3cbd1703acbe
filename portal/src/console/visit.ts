import type { TicketAnswer } from '../api/types';

/**
 * Where a ticket is used. The server names its own address, which a page that came through a proxy may
 * not reach; so the ticket is taken to where the page came from.
 */
export function visitUrl(ticket: TicketAnswer, page: string = document.baseURI): string {
    const named = new URL(ticket.url);
    const url = new URL(named.pathname.replace(/^.*\/ws\//, 'ws/') + named.search, page);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return url.href;
}

/** What the other end says in a text frame. */
export interface Word {
    exitCode?: number;
    error?: { code?: string; message?: string };
}

export function wordIn(text: string): Word {
    try {
        return JSON.parse(text) as Word;
    } catch {
        return {};
    }
}

export function endOf(word: Word): string {
    if (word.error !== undefined) {
        return `Ended: ${word.error.message ?? word.error.code ?? 'it failed'}`;
    }
    return word.exitCode === undefined ? 'The connection has ended' : `Ended with exit code ${word.exitCode}`;
}
