import { expect, it } from 'vitest';
import { createCommand, post, startAgent } from './commands';

it('keeps quotes from ending the text that they stand in', () => {
    expect(post('http://s/api/resources', { name: "it's" })).toContain(`"name": "it'\\''s"`);
    expect(createCommand({ name: "it's" })).toContain(`"name": "it's"`);
});

it('leads an agent to the server that the page came from', () => {
    expect(startAgent('https://s/aiwm/api/', 'n', 't')).toContain(
        "CONTROLLER_URL='wss://s/aiwm/ws/node' NODE_ID='n'",
    );
});
