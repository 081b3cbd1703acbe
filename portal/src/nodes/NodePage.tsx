import type { NodeView } from '../api/types';
import { usePicture } from '../app';
import { Trail } from '../audit/Trail';
import { ExecutionList } from '../executions/ExecutionList';
import { pageHref } from '../routing';
import { PageHead } from '../ui/PageHead';
import { EngineContainers } from './EngineContainers';
import { NodeActions } from './NodeActions';
import { NodeCard } from './NodeCard';
import { NodeCharts } from './NodeCharts';
import '../styles/audit.css';
import '../styles/resource.css';

/** One node: its ledger, how busy it is, and what can be done with it. */
export function NodePage({ node }: { node: NodeView }) {
    const { fleet } = usePicture();
    return (
        <>
            <p className="crumbs">
                <a href={pageHref('nodes')}>Nodes</a>
            </p>
            <PageHead title={node.name}>
                <NodeActions node={node} />
            </PageHead>
            <NodeCard
                node={node}
                allocations={fleet.allocations.get(node.nodeId)}
                target={false}
                open
            />
            <EngineContainers node={node} />
            <NodeCharts nodeId={node.nodeId} />
            <section className="panel" aria-labelledby="node-executions">
                <h2 id="node-executions">Executions here</h2>
                <ExecutionList filter={{ nodeId: node.nodeId }} />
            </section>
            <section className="panel" aria-labelledby="node-history">
                <h2 id="node-history">History</h2>
                <Trail
                    path={`nodes/${encodeURIComponent(node.nodeId)}/history`}
                    matters={(change) => change.id === node.nodeId}
                />
            </section>
        </>
    );
}
