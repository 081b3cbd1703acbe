/** Commands that the empty states teach. They work as they stand once TOKEN is set. */

function post(url: string, body: unknown): string {
    return [
        `curl -sS '${url}' \\`,
        `  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
        `  -d '${JSON.stringify(body, null, 2)}'`,
    ].join('\n');
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

export function enrolNode(base: string): string {
    return post(`${base}nodes`, { nodeId: 'gpu-server-1', name: 'GPU server 1', role: ['worker'] });
}

export function issueToken(base: string): string {
    return post(`${base}nodes/gpu-server-1/token`, {
        expiresIn: 86400,
        description: 'first start',
    });
}

export function startAgent(base: string): string {
    const server = base.replace(/^http/, 'ws').replace(/api\/$/, 'ws/node');
    return [
        `CONTROLLER_URL='${server}' NODE_ID=gpu-server-1 \\`,
        `  NODE_TOKEN='…the token that was just shown…' ./aiwm agent`,
    ].join('\n');
}
