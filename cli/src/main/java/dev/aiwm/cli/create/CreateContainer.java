package dev.aiwm.cli.create;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Trouble;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

@Command(
        name = "container",
        aliases = "app",
        description = "Create an application container",
        footer = {
            "",
            "Examples:",
            "  aiwm create container web nginx:1.27 -p 8080:80 --wait",
            "  aiwm create container db postgres:16 -e POSTGRES_PASSWORD=secret -v /data/db:/var/lib/postgresql/data",
            "  aiwm create container job busybox -- sleep 3600"
        })
final class CreateContainer extends NewResource {
    @Parameters(
            index = "1",
            paramLabel = "IMAGE",
            description = "as in nginx:1.27 or ghcr.io/me/app:1")
    private String image;

    @Parameters(index = "2..*", paramLabel = "COMMAND", description = "instead of the image's own")
    private List<String> command;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "[ADDRESS:]HOST:CONTAINER[/udp]",
            description = "a port of the node for one of the container")
    private List<String> ports;

    @Option(
            names = {"-v", "--volume"},
            paramLabel = "FOLDER:PATH[:ro]",
            description = "a folder of the node, or a volume by its name, in the container")
    private List<String> volumes;

    @Option(
            names = "--entrypoint",
            paramLabel = "PROGRAM",
            description = "instead of the image's own")
    private List<String> entrypoint;

    @Option(
            names = "--restart",
            paramLabel = "POLICY",
            description = "no, on-failure, always or unless-stopped")
    private String restart;

    @Option(
            names = "--pull",
            paramLabel = "POLICY",
            description = "always, if-not-present or never")
    private String pull;

    @Option(names = "--run-as", paramLabel = "USER", description = "the user inside")
    private String runAs;

    @Option(names = "--workdir", paramLabel = "PATH", description = "where the command runs")
    private String workingDir;

    @Option(names = "--network", paramLabel = "NAME", description = "of the node's engine")
    private String network;

    @Option(names = "--read-only", description = "nothing is written but to volumes")
    private boolean readOnly;

    @Option(
            names = "--registry-user",
            paramLabel = "NAME",
            description = "for an image that is not public")
    private String registryUser;

    @Option(
            names = "--registry-password-stdin",
            description = "read its password from standard input")
    private boolean registryPassword;

    @Mixin private ContainerFlags flags;

    @Override
    String type() {
        return "application-container";
    }

    @Override
    void fill(ObjectNode config) {
        ImageName.of(image).fill(config);
        putEach(config, "command", command);
        putEach(config, "entrypoint", entrypoint);
        if (ports != null) {
            var array = config.putArray("containerPorts");
            ports.forEach(port -> array.add(port(port)));
        }
        if (volumes != null) {
            var array = config.putArray("volumes");
            volumes.forEach(volume -> array.add(volume(volume)));
        }
        flags.fill(config);
        options(config);
        if (registryUser != null) {
            var auth = config.putObject("registryAuth").put("username", registryUser);
            put(auth, "password", registryPassword ? readLine() : null);
        }
    }

    private void options(ObjectNode config) {
        var options = Json.object();
        put(options, "restartPolicy", restart);
        put(options, "pullPolicy", pull);
        put(options, "user", runAs);
        put(options, "workingDir", workingDir);
        put(options, "network", network);
        put(options, "readOnlyRootFilesystem", readOnly ? true : null);
        if (!options.isEmpty()) {
            config.set("options", options);
        }
    }

    static ObjectNode port(String text) {
        int slash = text.indexOf('/');
        var parts = (slash < 0 ? text : text.substring(0, slash)).split(":", -1);
        try {
            int last = parts.length - 1;
            var port = Json.object().put("containerPort", Integer.parseInt(parts[last]));
            if (last > 0) {
                port.put("hostPort", Integer.parseInt(parts[last - 1]));
            }
            if (last == 2) {
                port.put("hostAddress", parts[0]);
            }
            if (slash > 0) {
                port.put("protocol", text.substring(slash + 1));
            }
            if (last <= 2) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Trouble.usage(
                "'" + text + "' is no port", "for example 8080:80, 127.0.0.1:8080:80 or 53:53/udp");
    }

    static ObjectNode volume(String text) {
        var parts = text.split(":");
        boolean readOnly = parts.length == 3 && parts[2].equals("ro");
        if (parts.length != 2 && !readOnly) {
            throw Trouble.usage(
                    "'" + text + "' is no volume",
                    "for example /data/web:/usr/share/nginx/html:ro");
        }
        var volume = Json.object().put("hostPath", parts[0]).put("containerPath", parts[1]);
        put(volume, "readOnly", readOnly ? true : null);
        return volume;
    }
}
