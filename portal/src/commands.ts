/** Commands that the empty states teach. They work as they stand once TOKEN is set. */

export function post(url: string, body: unknown): string {
    return [
        `curl -sS '${url}' \\`,
        `  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
        `  -d '${JSON.stringify(body, null, 2).replaceAll("'", "'\\''")}'`,
    ].join('\n');
}

/** The same for the command line, which knows who is signed in. */
export function createCommand(body: unknown): string {
    return [`aiwm create --wait -f - <<'END'`, JSON.stringify(body, null, 2), 'END'].join('\n');
}

export function firstResource(base: string): string {
    return post(`${base}resources`, {
        name: 'hello',
        resourceType: 'application-container',
        config: {
            type: 'application-container',
            registry: 'docker-hub',
            imageName: 'nginx',
            imageTag: 'alpine',
            containerPorts: [{ containerPort: 80, hostPort: 8080 }],
            cpuCores: 1,
            ramLimit: 256,
        },
    });
}

/** What is typed on the machine that becomes a node. */
export function startAgent(base: string, nodeId: string, token: string): string {
    const server = base.replace(/^http/, 'ws').replace(/api\/$/, 'ws/node');
    return [
        `CONTROLLER_URL='${server}' NODE_ID='${nodeId}' \\`,
        `  NODE_TOKEN='${token}' \\`,
        `  AIWM_NODE=docker ./aiwm agent`,
    ].join('\n');
}
