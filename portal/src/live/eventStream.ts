/** Server-sent events, read by hand: the browser's EventSource cannot send a bearer token. */

export interface StreamEvent {
    type: string;
    data: string;
}

/** Takes the text in whatever pieces it comes, and gives whole events. */
export class EventStreamParser {
    /** Where to resume; null until the server named a position. */
    lastEventId: string | null = null;
    /** How long the server asks to wait before a reconnect, in milliseconds. */
    retry: number | null = null;

    private rest = '';
    private begun = false;
    private data: string[] = [];
    private type = '';
    private id: string | null = null;

    push(text: string): StreamEvent[] {
        let input = this.rest + text;
        if (!this.begun && input.length > 0) {
            this.begun = true;
            input = input.startsWith('\uFEFF') ? input.slice(1) : input;
        }
        const events: StreamEvent[] = [];
        let from = 0;
        for (let at = 0; at < input.length; at++) {
            const char = input[at];
            if (char !== '\n' && char !== '\r') {
                continue;
            }
            if (char === '\r' && at === input.length - 1) {
                break; // a line feed that belongs to it may follow in the next piece
            }
            const event = this.line(input.slice(from, at));
            if (event !== null) {
                events.push(event);
            }
            if (char === '\r' && input[at + 1] === '\n') {
                at++;
            }
            from = at + 1;
        }
        this.rest = input.slice(from);
        return events;
    }

    private line(line: string): StreamEvent | null {
        if (line === '') {
            return this.dispatch();
        }
        const colon = line.indexOf(':');
        if (colon === 0) {
            return null;
        }
        const field = colon < 0 ? line : line.slice(0, colon);
        const raw = colon < 0 ? '' : line.slice(colon + 1);
        this.take(field, raw.startsWith(' ') ? raw.slice(1) : raw);
        return null;
    }

    private take(field: string, value: string): void {
        if (field === 'data') {
            this.data.push(value);
        } else if (field === 'event') {
            this.type = value;
        } else if (field === 'id' && !value.includes('\0')) {
            this.id = value;
        } else if (field === 'retry' && /^[0-9]+$/.test(value)) {
            this.retry = Number(value);
        }
    }

    private dispatch(): StreamEvent | null {
        this.lastEventId = this.id ?? this.lastEventId;
        const event = { type: this.type || 'message', data: this.data.join('\n') };
        const empty = this.data.length === 0;
        this.data = [];
        this.type = '';
        return empty ? null : event;
    }
}
