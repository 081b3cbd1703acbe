import { ExecutionList } from '../executions/ExecutionList';
import type { TabProps } from './ResourcePage';

export default function ExecutionsTab({ resource }: TabProps) {
    return (
        <div className="panel">
            <h2>Executions</h2>
            <ExecutionList filter={{ resourceId: resource._id }} named={false} />
        </div>
    );
}
