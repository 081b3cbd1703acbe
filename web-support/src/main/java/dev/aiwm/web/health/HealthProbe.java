package dev.aiwm.web.health;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/**
 * Asks the server of this machine whether it is ready, and says so with its exit status: what a
 * container without a shell has for a health check.
 */
public final class HealthProbe {
    private static final int PATIENCE_MILLIS = 4_000;
    private static final int READY = 200;

    private HealthProbe() {}

    public static void main(String[] arguments) {
        System.exit(status(System.getenv()));
    }

    /** 0 when the server at the port of that environment is ready, else 1. */
    public static int status(Map<String, String> environment) {
        String port = environment.getOrDefault("PORT", "3003");
        try {
            var address = URI.create("http://127.0.0.1:" + port + "/api/health/ready").toURL();
            var connection = (HttpURLConnection) address.openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == READY ? 0 : 1;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
