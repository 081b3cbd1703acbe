package dev.aiwm.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The product as a user starts it, with its simulated node. */
final class LocalProduct {
    private LocalProduct() {}

    /**
     * {@code ./aiwm up}; at the smallest size the program itself, which needs no finished build.
     */
    static List<String> command(Run run, String... arguments) {
        if (run.size() == Size.SMOKE) {
            return ChildProcess.java(
                    List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"),
                    "dev.aiwm.standalone.Main",
                    arguments);
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("aiwm.root", ".."), "aiwm").toString());
        command.add("up");
        command.addAll(List.of(arguments));
        return command;
    }

    static Map<String, String> environment(int port, Path data, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("PORT", Integer.toString(port));
        environment.put("AIWM_DATA", data.toString());
        environment.put("AIWM_ADMIN_PASSWORD", Product.PASSWORD);
        environment.putAll(more);
        return environment;
    }
}
