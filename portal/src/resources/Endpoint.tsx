/** Where a resource answers. */
export function Endpoint({ at }: { at: string | null }) {
    if (at === null || at === '') {
        return <span className="nothing">none</span>;
    }
    return /^https?:\/\//.test(at) ? (
        <a className="endpoint" href={at} target="_blank" rel="noreferrer noopener">
            {at.replace(/^https?:\/\//, '')}
        </a>
    ) : (
        <span className="endpoint">{at}</span>
    );
}
