import { useApp } from '../app';
import { firstResource } from '../commands';
import { pageHref } from '../routing';
import { Command, CopyButton } from '../ui/Copyable';

export function NoResources() {
    const { api } = useApp();
    return (
        <div className="teach">
            <h3>Nothing runs yet</h3>
            <p>
                A resource is a virtual machine, a container or a model that answers requests.
                <a href={pageHref('create')}>Create the first one here</a>, or from a terminal; a
                node that fits is chosen for you, and you see it come up, step by step.
            </p>
            <p className="token">
                <CopyButton text={`TOKEN='${api.bearer() ?? ''}'`} what="TOKEN=…" />
                <span>
                    puts the token of this session, good until it expires, into the shell first.
                </span>
            </p>
            <Command label="A web server in a container" text={firstResource(api.base)} />
            <p className="fine">
                Every request is described in the <a href="api-docs">API documentation</a>.
            </p>
        </div>
    );
}
