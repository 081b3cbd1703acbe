import type { ScheduleView } from '../api/schedules';

const LOOKS: Record<ScheduleView['status'], string> = {
    active: 'running',
    suspended: 'stopped',
    completed: 'stopped',
    deleted: 'unknown',
    unknown: 'unknown',
};

export function ScheduleStatus({ schedule }: { schedule: ScheduleView }) {
    return (
        <span className={`status ${LOOKS[schedule.status]}`}>
            <span className="mark" aria-hidden="true" />
            {schedule.running ? `${schedule.status}, runs` : schedule.status}
        </span>
    );
}
