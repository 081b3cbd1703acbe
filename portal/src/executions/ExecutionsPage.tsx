import type { PageProps } from '../frame/Frame';
import { pageHref, replaceRoute } from '../routing';
import { PageHead } from '../ui/PageHead';
import { ExecutionList } from './ExecutionList';

const CHOICES: [status: string, words: string][] = [
    ['', 'All'],
    ['running,compensating', 'Under way'],
    ['failed', 'Failed'],
    ['succeeded', 'Succeeded'],
    ['cancelled', 'Cancelled'],
];

export default function ExecutionsPage({ route }: PageProps) {
    const status = route.query.get('status') ?? '';
    return (
        <>
            <PageHead title="Executions">
                <div className="chips" role="group" aria-label="Status">
                    {CHOICES.map(([key, words]) => (
                        <button
                            key={key}
                            type="button"
                            className="choice"
                            aria-pressed={status === key}
                            onClick={() => replaceRoute(pageHref('executions', { status: key }))}
                        >
                            {words}
                        </button>
                    ))}
                </div>
                <a className="button" href={pageHref('bulk-operations')}>
                    Bulk operations
                </a>
                <a className="button" href={pageHref('executions/new')}>
                    New execution
                </a>
            </PageHead>
            <ExecutionList filter={status === '' ? {} : { status }} />
        </>
    );
}
