import type { ScheduleView } from '../api/schedules';
import { usePart } from '../app';
import { resourceHref } from '../routing';
import { filterInWords } from './words';

/** What a schedule is for. */
export function Target({ schedule }: { schedule: ScheduleView }) {
    const { resourceId, filter } = schedule;
    const name = usePart((picture) => picture.fleet.resources.get(resourceId ?? '')?.name);
    return resourceId ? (
        <a href={resourceHref(resourceId)}>{name ?? resourceId}</a>
    ) : (
        <span>{filterInWords(filter ?? {})}</span>
    );
}
