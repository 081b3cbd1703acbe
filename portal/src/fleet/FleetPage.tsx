import { usePicture } from '../app';
import type { PageProps } from '../frame/Frame';
import { NodeList } from '../nodes/NodeList';
import { PageHead } from '../ui/PageHead';
import { Attention } from './Attention';
import { Summary } from './Summary';

/** The fleet at one look: how full it is, what needs somebody, and every node's ledger. */
export function FleetPage(_: PageProps) {
    const { fleet } = usePicture();
    return (
        <>
            <PageHead title="Fleet" />
            <Summary fleet={fleet} />
            <Attention fleet={fleet} />
            <NodeList fleet={fleet} target={null} />
        </>
    );
}
