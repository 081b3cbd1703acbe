import { expect, it } from 'vitest';
import { endOf, visitUrl, wordIn } from './visit';

const ticket = {
    url: 'ws://10.0.0.7:3003/ws/live?ticket=abc%20',
    type: 'terminal',
    expiresAt: '',
} as const;

it('takes a ticket to where the page came from', () => {
    expect(visitUrl(ticket, 'http://localhost:3003/')).toBe(
        'ws://localhost:3003/ws/live?ticket=abc%20',
    );
    expect(visitUrl(ticket, 'https://proxy/aiwm/')).toBe('wss://proxy/aiwm/ws/live?ticket=abc%20');
});

it('says how a call ended', () => {
    expect(endOf(wordIn('{"exitCode":3}'))).toBe('Ended with exit code 3');
    expect(endOf(wordIn('{"error":{"code":"X","message":"gone"}}'))).toBe('Ended: gone');
    expect(endOf(wordIn('no json'))).toBe('The connection has ended');
});
