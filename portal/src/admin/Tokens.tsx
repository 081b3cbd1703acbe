import { usePart } from '../app';
import { nodeHref } from '../routing';
import { Instant } from '../ui/Time';

/** With what agents get in; the tokens themselves are shown once, when they are made. */
export function Tokens() {
    const nodes = usePart((picture) => picture.fleet.nodes);
    const list = [...nodes.values()].sort((a, b) => a.name.localeCompare(b.name));
    return (
        <section aria-labelledby="tokens">
            <header className="section-head">
                <h2 id="tokens">Tokens of nodes</h2>
                <p className="fine">New ones are made, and old ones revoked, at the node.</p>
            </header>
            {list.length === 0 ? <p className="banner">There is no node yet.</p> : null}
            {list.length > 0 ? (
                <div className="table-frame">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">Node</th>
                                <th scope="col">Last made</th>
                                <th scope="col">Good until</th>
                                <th scope="col">For</th>
                            </tr>
                        </thead>
                        <tbody>
                            {list.map(({ nodeId, name, tokenMetadata: token }) => (
                                <tr key={nodeId}>
                                    <th scope="row">
                                        <a href={nodeHref(nodeId)}>{name}</a>
                                    </th>
                                    <td>
                                        {token?.lastGenerated ? (
                                            <Instant at={token.lastGenerated} />
                                        ) : (
                                            <span className="nothing">none</span>
                                        )}
                                    </td>
                                    <td>
                                        {token?.expiresAt ? <Instant at={token.expiresAt} /> : null}
                                    </td>
                                    <td>{token?.description ?? ''}</td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            ) : null}
        </section>
    );
}
