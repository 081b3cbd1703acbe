package dev.aiwm.e2e;

/** The example requests of the founding documents, word for word, and small requests of our own. */
final class Examples {
    /** The node that both examples name. */
    static final String NODE_ID = "673e7a1f5c9d8e001234abcd";

    static final String POSTGRES =
            """
            {
              "name": "PostgreSQL Database",
              "resourceType": "application-container",
              "nodeId": "673e7a1f5c9d8e001234abcd",
              "config": {
                "type": "application-container",
                "registry": "docker-hub",
                "imageName": "postgres",
                "imageTag": "16-alpine",
                "containerPorts": [{
                  "containerPort": 5432,
                  "hostPort": 5432
                }],
                "volumes": [{
                  "hostPath": "/data/postgres",
                  "containerPath": "/var/lib/postgresql/data"
                }],
                "environment": {
                  "POSTGRES_USER": "admin",
                  "POSTGRES_PASSWORD": "secret",
                  "POSTGRES_DB": "myapp"
                }
              }
            }
            """;

    static final String UBUNTU_VM =
            """
            {
              "name": "Dev VM Ubuntu 22.04",
              "description": "Development VM with GPU passthrough",
              "resourceType": "virtual-machine",
              "nodeId": "673e7a1f5c9d8e001234abcd",
              "config": {
                "type": "virtual-machine",
                "osImage": "ubuntu-22.04",
                "vcpus": 8,
                "ramMB": 32768,
                "diskGB": 100,
                "gpuConfig": {
                  "enabled": true,
                  "mode": "passthrough",
                  "deviceIds": ["GPU-0"]
                },
                "networkConfig": {
                  "mode": "bridge-vlan",
                  "ipMode": "static",
                  "ipAddress": "192.168.100.10",
                  "netmask": "255.255.255.0",
                  "gateway": "192.168.100.1",
                  "vlanId": 100
                },
                "cloudInit": {
                  "hostname": "dev-vm-01",
                  "username": "ubuntu",
                  "sshPublicKey": "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC...",
                  "password": "initial-password-123"
                }
              }
            }
            """;

    private Examples() {}

    /** The same request without a node, so that placement chooses. */
    static String withoutNode(String request) {
        return request.replace("\"nodeId\": \"" + NODE_ID + "\",", "");
    }

    static String container(String name) {
        return """
        {"name": "%s", "resourceType": "application-container",
         "config": {"type": "application-container", "registry": "docker-hub",
                    "imageName": "nginx", "imageTag": "1.27"}}
        """
                .formatted(name);
    }

    /** A request of one of the three kinds that wants one named GPU. */
    static String withGpu(int kind, String name, String gpu) {
        return switch (kind % 3) {
            case 0 ->
                    """
                    {"name": "%s", "resourceType": "virtual-machine",
                     "config": {"type": "virtual-machine", "osImage": "debian-12", "vcpus": 1,
                       "ramMB": 512, "diskGB": 10,
                       "gpuConfig": {"enabled": true, "mode": "passthrough", "deviceIds": ["%s"]},
                       "networkConfig": {"mode": "bridge-vlan", "ipMode": "dhcp"}}}
                    """
                            .formatted(name, gpu);
            case 1 ->
                    """
                    {"name": "%s", "resourceType": "inference-container",
                     "config": {"type": "inference-container", "modelId": "m", "modelPath": "/models/m",
                       "dockerImage": "vllm/vllm-openai:v0.6", "containerPort": 8000,
                       "gpuDeviceIds": ["%s"], "healthCheckPath": "/health"}}
                    """
                            .formatted(name, gpu);
            default ->
                    """
                    {"name": "%s", "resourceType": "application-container",
                     "config": {"type": "application-container", "registry": "docker-hub",
                       "imageName": "cuda-app", "gpuDeviceIds": ["%s"]}}
                    """
                            .formatted(name, gpu);
        };
    }
}
