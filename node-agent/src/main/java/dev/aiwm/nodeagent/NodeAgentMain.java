package dev.aiwm.nodeagent;

import dev.aiwm.nodeagent.driver.ResourceDriver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The agent as a program of its own; everything it must know comes from the environment. */
public final class NodeAgentMain {
    private static final int WRONG_SETTINGS = 2;
    private static final int SENT_AWAY = 3;
    private static final String LOGGER = "org.slf4j.simpleLogger.";

    private NodeAgentMain() {}

    public static void main(String[] arguments) {
        var environment = System.getenv();
        logTo(environment.getOrDefault("LOG_LEVEL", "info"));
        System.exit(run(environment));
    }

    private static int run(Map<String, String> environment) {
        AgentSettings settings;
        List<ResourceDriver> drivers;
        try {
            settings = AgentSettings.fromEnvironment(environment);
            drivers = DriverChoice.fromEnvironment(environment, settings);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return WRONG_SETTINGS;
        }
        var agent = NodeAgent.start(settings, drivers);
        var stopped = new CompletableFuture<Integer>();
        Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "shutdown"));
        agent.dismissed().thenAccept(dismissal -> stopped.complete(SENT_AWAY));
        return stopped.join();
    }

    private static void logTo(String level) {
        System.setProperty(LOGGER + "defaultLogLevel", level.toLowerCase(Locale.ROOT));
        System.setProperty(LOGGER + "logFile", "System.out");
        // it tells of every attempt to reach an engine that is not there
        System.setProperty(LOGGER + "log.com.github.dockerjava", "warn");
        System.setProperty(LOGGER + "showDateTime", "true");
        System.setProperty(LOGGER + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        System.setProperty(LOGGER + "showShortLogName", "true");
    }
}
