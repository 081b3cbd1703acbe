import type { Difference, Json } from './diff';

/** Old and new side by side, each with a word beside its colour. */
export function DiffTable({ differences, label }: { differences: Difference[]; label: string }) {
    return (
        <div className="scroll">
            <table className="plain diff" aria-label={label}>
                <thead>
                    <tr>
                        <th scope="col">Where</th>
                        <th scope="col">Before</th>
                        <th scope="col">After</th>
                    </tr>
                </thead>
                <tbody>
                    {differences.map(({ path, before, after }) => (
                        <tr key={path}>
                            <th scope="row">
                                <code>{path}</code>
                            </th>
                            <td className="removed">{written(before)}</td>
                            <td className="added">{written(after)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function written(value: Json | undefined) {
    return value === undefined ? (
        <span className="fine">not there</span>
    ) : (
        <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
    );
}
