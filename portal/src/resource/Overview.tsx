import { type ReactNode, useEffect } from 'react';
import type { Claims, ExecutionView, PlacementDecision, ResourceView } from '../api/types';
import { useApp } from '../app';
import { count, gigabytes, megabytes, number } from '../format';
import { nodeHref } from '../routing';
import { CopyButton } from '../ui/Copyable';
import { Instant } from '../ui/Time';
import { Steps } from '../executions/Steps';

interface Props {
    resource: ResourceView;
    execution: ExecutionView | undefined;
}

/** All that is known of one resource. */
export function Overview({ resource, execution }: Props) {
    const { store } = useApp();
    const wanted = execution === undefined ? (resource.executionId ?? null) : null;
    useEffect(() => {
        if (wanted !== null) {
            store.look('execution', wanted);
        }
    }, [store, wanted]);
    return (
        <div className="detail panel">
            <section>
                <h4>Resource</h4>
                <dl>
                    <Fact name="Id">
                        <code>{resource._id}</code> <CopyButton text={resource._id} what="id" />
                    </Fact>
                    {resource.description ? <Fact name="About">{resource.description}</Fact> : null}
                    <Fact name="Wanted">{resource.wantedStatus ?? 'not said'}</Fact>
                    <Fact name="Observed">{observed(resource)}</Fact>
                    {resource.runtime ? (
                        <Fact name="On the engine">
                            <code>{resource.runtime.id}</code>
                        </Fact>
                    ) : null}
                    <Fact name="Created">
                        <Instant at={resource.createdAt} />
                    </Fact>
                    <Fact name="Changed">
                        <Instant at={resource.updatedAt} />, version {resource.version}
                    </Fact>
                    <Labels labels={resource.labels ?? {}} />
                </dl>
            </section>
            {execution !== undefined ? <Steps execution={execution} /> : null}
            {resource.claims ? <Held claims={resource.claims} nodeId={resource.nodeId} /> : null}
            {resource.placement ? <Placement placement={resource.placement} /> : null}
            {resource.failure ? (
                <section>
                    <h4>Last failure</h4>
                    <p className="failure">{resource.failure.message}</p>
                    <p className="fine">
                        {resource.failure.code} · <Instant at={resource.failure.at} />
                    </p>
                </section>
            ) : null}
        </div>
    );
}

function observed(resource: ResourceView): ReactNode {
    const seen = resource.observed;
    if (seen == null) {
        return 'not yet';
    }
    return (
        <>
            {seen.state}
            {seen.exitCode != null ? `, exit code ${seen.exitCode}` : ''}
            {seen.message ? `, ${seen.message}` : ''} at <Instant at={seen.at} />
        </>
    );
}

function Held({ claims, nodeId }: { claims: Claims; nodeId: string }) {
    const pieces = [
        ...claims.gpuIds,
        ...claims.migSlices.map((slice) => `${slice.gpuId}/${slice.instanceId} (${slice.profile})`),
    ];
    return (
        <section>
            <h4>
                Holds on <a href={nodeHref(nodeId)}>{nodeId}</a>
            </h4>
            <dl>
                <Fact name="CPU">{count(claims.cpuCores, 'core')}</Fact>
                <Fact name="RAM">{megabytes(claims.ramMB)}</Fact>
                <Fact name="Disk">{gigabytes(claims.diskGB)}</Fact>
                {pieces.length > 0 ? <Fact name="GPU">{pieces.join(', ')}</Fact> : null}
                {claims.staticIps.length > 0 ? (
                    <Fact name="Address">
                        {claims.staticIps
                            .map((ip) => `${ip.address} in VLAN ${ip.vlanId}`)
                            .join(', ')}
                    </Fact>
                ) : null}
                {claims.hostPorts.length > 0 ? (
                    <Fact name="Ports">
                        {claims.hostPorts
                            .map(
                                (port) =>
                                    `${port.address ? `${port.address}:` : ''}${port.port}/${port.protocol}`,
                            )
                            .join(', ')}
                    </Fact>
                ) : null}
            </dl>
        </section>
    );
}

export function Placement({ placement }: { placement: PlacementDecision }) {
    const why = placement.named
        ? 'was named in the request'
        : `scored ${number(placement.score)} among ${count(placement.considered, 'node')}`;
    return (
        <section>
            <h4>Placement</h4>
            <p>
                <strong>{placement.nodeId}</strong> {why}
                {placement.strategy && !placement.named ? ` (${placement.strategy})` : ''}.
            </p>
            {placement.refused.length > 0 ? (
                <ul className="refused">
                    {placement.refused.map((node) => (
                        <li key={node.nodeId}>
                            <strong>{node.nodeId}</strong>: {node.reason}
                        </li>
                    ))}
                </ul>
            ) : null}
        </section>
    );
}

function Labels({ labels }: { labels: Record<string, string> }) {
    const entries = Object.entries(labels);
    return entries.length === 0 ? null : (
        <Fact name="Labels">
            {entries.map(([name, value]) => (
                <span className="chip" key={name}>
                    {name}={value}
                </span>
            ))}
        </Fact>
    );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
    return (
        <div>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}
