import type { PageProps } from '../frame/Frame';
import { PageHead } from '../ui/PageHead';
import { AsOf } from './AsOf';
import { Causes } from './Causes';
import { Everything } from './Everything';
import { Proof } from './Proof';
import { WhatIf } from './WhatIf';
import '../styles/audit.css';
import '../styles/resource.css';

/** What can be known of the past: how the fleet was, what happened, why, and that it is true. */
export default function AuditPage({ route }: PageProps) {
    const causes = route.query.get('causes');
    return (
        <>
            <PageHead title="Audit" />
            {causes !== null ? (
                <Causes id={causes} />
            ) : (
                <>
                    <AsOf at={route.query.get('at')} until={route.query.get('until')} />
                    <Everything query={route.query} />
                    <WhatIf />
                    <Proof />
                </>
            )}
        </>
    );
}
