/** Where in a JSON text each value begins, by its JSON pointer. The text must be JSON. */
export function placesOf(text: string): Map<string, number> {
    const places = new Map<string, number>();
    let at = 0;
    const space = () => {
        while (/\s/.test(text.charAt(at))) {
            at++;
        }
    };
    const string = (): string => {
        const from = at++;
        while (text.charAt(at) !== '"') {
            at += text.charAt(at) === '\\' ? 2 : 1;
        }
        return JSON.parse(text.slice(from, ++at)) as string;
    };
    const items = (end: string, one: (index: number) => void): void => {
        at++;
        space();
        for (let index = 0; text.charAt(at) !== end && at < text.length; index++) {
            one(index);
            space();
            if (text.charAt(at) === ',') {
                at++;
                space();
            }
        }
        at++;
    };
    const value = (pointer: string): void => {
        space();
        places.set(pointer, at);
        const first = text.charAt(at);
        if (first === '{') {
            items('}', () => {
                const name = string().replaceAll('~', '~0').replaceAll('/', '~1');
                space();
                at++;
                value(`${pointer}/${name}`);
            });
        } else if (first === '[') {
            items(']', (index) => value(`${pointer}/${index}`));
        } else if (first === '"') {
            string();
        } else {
            while (/[^\s,\]}]/.test(text.charAt(at))) {
                at++;
            }
        }
    };
    value('');
    return places;
}

/** The line of a pointer, from 1; of what is around it where it points at nothing that is there. */
export function lineOf(text: string, pointer: string): number {
    const places = placesOf(text);
    let known = pointer;
    while (known !== '' && !places.has(known)) {
        known = known.slice(0, known.lastIndexOf('/'));
    }
    return text.slice(0, places.get(known) ?? 0).split('\n').length;
}
