import { usePicture } from '../app';
import type { PageProps } from '../frame/Frame';
import { pageHref } from '../routing';
import { PageHead } from '../ui/PageHead';
import { NodeList } from './NodeList';
import { NodePage } from './NodePage';

export default function NodesPage({ route }: PageProps) {
    const { fleet } = usePicture();
    if (route.id !== null) {
        const node = fleet.nodes.get(route.id);
        return node === undefined ? (
            <>
                <PageHead title="Node" />
                <p className="banner warning" role="status">
                    <span>
                        There is no node <code>{route.id}</code>, or no more.{' '}
                        <a href={pageHref('nodes')}>Show all nodes</a>
                    </span>
                </p>
            </>
        ) : (
            <NodePage key={node.nodeId} node={node} />
        );
    }
    return (
        <>
            <PageHead title="Nodes">
                <a className="button" href={pageHref('enrol')}>
                    Enrol a node
                </a>
            </PageHead>
            <NodeList fleet={fleet} target={null} />
        </>
    );
}
