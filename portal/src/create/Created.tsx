import type { ResourceView } from '../api/types';
import { usePicture } from '../app';
import { Placement } from '../resource/Overview';
import { StatusBadge } from '../resources/StatusBadge';
import { resourceHref } from '../routing';
import { PageHead } from '../ui/PageHead';
import { Steps } from '../executions/Steps';

/** What became of the wish, live: where it went and why, and how far it is. */
export function Created({ made, again }: { made: ResourceView; again: () => void }) {
    const { fleet } = usePicture();
    const resource = fleet.resources.get(made._id) ?? made;
    const execution = fleet.executions.get(resource.executionId ?? '');
    const placement = resource.placement ?? made.placement;
    return (
        <>
            <PageHead title={`${made.name} is on its way`} />
            <div className="panel detail">
                <section>
                    <StatusBadge resource={resource} execution={execution} />
                    <p className="buttons start">
                        <a className="button primary" href={resourceHref(made._id)}>
                            Show {made.name}
                        </a>
                        <button type="button" onClick={again}>
                            Create another like it
                        </button>
                    </p>
                </section>
                {placement ? <Placement placement={placement} /> : null}
                {execution !== undefined ? <Steps execution={execution} /> : null}
            </div>
        </>
    );
}
