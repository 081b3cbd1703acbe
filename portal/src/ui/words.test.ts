import { expect, it } from 'vitest';
import { words } from './words';

it('finds words as a shell would', () => {
    expect(words(`sh -c "echo 'a b'" 'x y'`)).toEqual(['sh', '-c', "echo 'a b'", 'x y']);
    expect(words(`--name="a b" pre'x y'post`)).toEqual(['--name=a b', 'prex ypost']);
    expect(words(String.raw`a\ b "say \"hi\" \n" '\n'`)).toEqual(['a b', String.raw`say "hi" \n`, String.raw`\n`]);
    expect(words(`printf '' it's`)).toEqual(['printf', '', "it's"]);
    expect(words('  ')).toEqual([]);
});
