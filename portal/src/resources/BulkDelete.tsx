import type { ResourceView } from '../api/types';
import { count } from '../format';
import { NameDialog } from '../ui/NameDialog';

/** So many names are shown. */
const NAMED = 100;

interface Props {
    selection: ResourceView[];
    remove: () => void;
    close: () => void;
}

/** Nobody types a hundred names: what is asked for is their number. */
export function BulkDelete({ selection, remove, close }: Props) {
    const phrase =
        selection.length === 1 ? (selection[0]?.name ?? '') : `delete ${selection.length}`;
    return (
        <NameDialog
            title={`Delete ${count(selection.length, 'resource')}?`}
            name={phrase}
            verb="Delete"
            instead="Keep them"
            act={async () => remove()}
            close={close}
        >
            <p>
                They are stopped and removed from their nodes, and their data there goes with them.
                Their history stays.
            </p>
            <ul className="names">
                {selection.slice(0, NAMED).map((resource) => (
                    <li key={resource._id}>{resource.name}</li>
                ))}
                {selection.length > NAMED ? <li>and {selection.length - NAMED} more</li> : null}
            </ul>
        </NameDialog>
    );
}
