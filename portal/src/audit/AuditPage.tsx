import type { PageProps } from '../frame/Frame';
import { PageHead } from '../ui/PageHead';
import { Proof } from './Proof';
import '../styles/audit.css';
import '../styles/resource.css';

/** What can be known of the past. */
export default function AuditPage(_: PageProps) {
    return (
        <>
            <PageHead title="Audit" />
            <Proof />
        </>
    );
}
