import { usePicture } from '../app';
import type { PageProps } from '../frame/Frame';
import { PageHead } from '../ui/PageHead';
import { NoResources } from './NoResources';
import { ResourceTable } from './ResourceTable';

export function ResourcesPage({ route }: PageProps) {
    const { fleet } = usePicture();
    return fleet.resources.size === 0 ? (
        <>
            <PageHead title="Resources" />
            <NoResources />
        </>
    ) : (
        <ResourceTable fleet={fleet} route={route} />
    );
}
