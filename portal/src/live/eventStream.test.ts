import { describe, expect, it } from 'vitest';
import { EventStreamParser } from './eventStream';

describe('the parser of the event stream', () => {
    it('gives an event when the empty line comes, and not before', () => {
        const parser = new EventStreamParser();
        expect(parser.push('id: 7\ndata: {"a":1}\n')).toEqual([]);
        expect(parser.lastEventId).toBeNull();
        expect(parser.push('\n')).toEqual([{ type: 'message', data: '{"a":1}' }]);
        expect(parser.lastEventId).toBe('7');
    });

    it('gives the same events however the text is cut', () => {
        const text =
            '\uFEFFretry: 2000\r\n: hello\r\n\r\nid: 1\r\nevent: change\r\ndata: one\r\ndata: two\r\n\r\nid:2\rdata\r\rdata: é\n\n';
        const whole = new EventStreamParser().push(text);
        for (let width = 1; width <= 7; width++) {
            const parser = new EventStreamParser();
            const events = [];
            for (let at = 0; at < text.length; at += width) {
                events.push(...parser.push(text.slice(at, at + width)));
            }
            expect(events).toEqual(whole);
            expect(parser.lastEventId).toBe('2');
            expect(parser.retry).toBe(2000);
        }
        expect(whole).toEqual([
            { type: 'change', data: 'one\ntwo' },
            { type: 'message', data: '' },
            { type: 'message', data: 'é' },
        ]);
    });

    it('takes no event from comments, unknown fields or data that is missing', () => {
        const parser = new EventStreamParser();
        expect(parser.push(': heartbeat\n\nevent: x\n\nfoo: bar\n\nretry: soon\n\n')).toEqual([]);
        expect(parser.retry).toBeNull();
    });

    it('remembers a position that comes without data, and none with a null character', () => {
        const parser = new EventStreamParser();
        parser.push('id: 9\n\n');
        expect(parser.lastEventId).toBe('9');
        parser.push('id: 1\0\ndata: x\n\n');
        expect(parser.lastEventId).toBe('9');
    });
});
