/** A run of quoted parts, of characters behind a backslash, and of others that are no space. */
const WORD = /(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|\S)+/gs;
const PART = /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs;

/** Words as a shell would find them; quotes keep spaces, also within a word. */
export function words(text: string): string[] {
    return (text.match(WORD) ?? []).map((word) =>
        word.replace(
            PART,
            (_, double?: string, single?: string, plain?: string) =>
                double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? plain ?? '',
        ),
    );
}
