package dev.aiwm.cli.verb;

import dev.aiwm.cli.config.Config;
import dev.aiwm.cli.config.Context;
import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.session.Trouble;

import picocli.CommandLine.Option;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Which server, and as whom: options first, then the environment, then the context in use. */
public final class Connection {
    public static final String DEFAULT_SERVER = "http://localhost:3003";
    private static final char DELETE = 0x7f;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "a context of the configuration instead of the one in use")
    private String context;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "the server, instead of the context's; also AIWM_SERVER")
    private String server;

    /** The interface of the server, with the token of who is logged in. */
    public Api api(Map<String, String> environment) {
        var chosen = context(environment);
        var address = address(environment, chosen);
        var token = token(environment.get("AIWM_TOKEN"), "AIWM_TOKEN");
        if (token == null) {
            token = tokenOf(chosen, address);
        }
        return new Api(address, token, PATIENCE);
    }

    /** Without what stands around it, or null; it is a secret, and never told. */
    private static String token(String text, String source) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var token = text.strip();
        if (!token.chars().allMatch(c -> c > ' ' && c < DELETE)) {
            throw Trouble.usage(
                    "the token of " + source + " has characters that no token has",
                    "copy it anew, or log in with: aiwm login");
        }
        return token;
    }

    /** Without any token. */
    public Api anonymous(Map<String, String> environment) {
        return new Api(address(environment, context(environment)), null, PATIENCE);
    }

    /** The name of the context that is meant, which need not be there yet. */
    public String contextName(Map<String, String> environment) {
        var named = named(environment);
        if (named != null) {
            return named;
        }
        var current = Config.read(environment).current();
        return current == null ? "default" : current;
    }

    private String named(Map<String, String> environment) {
        return context == null ? environment.get("AIWM_CONTEXT") : context;
    }

    private Context context(Map<String, String> environment) {
        var config = Config.read(environment);
        var named = named(environment);
        if (named == null) {
            var current = config.current();
            return current == null ? null : config.context(current).orElse(null);
        }
        return config.context(named).orElse(null);
    }

    private URI address(Map<String, String> environment, Context chosen) {
        var text = server == null ? environment.get("AIWM_SERVER") : server;
        if (text == null || text.isBlank()) {
            if (chosen == null && named(environment) != null) {
                throw Trouble.usage(
                        "there is no context '" + named(environment) + "'",
                        "see: aiwm context list, or make it with: aiwm login --context NAME --server URL");
            }
            text = chosen == null ? DEFAULT_SERVER : chosen.server();
        }
        return parsed(text);
    }

    /** The address, without a slash at its end. */
    public static URI parsed(String text) {
        try {
            var uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                var plain = uri.toString();
                return URI.create(
                        plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Trouble.usage("'" + text + "' is no address", "for example " + DEFAULT_SERVER);
    }

    /** A token is for the server that gave it and goes nowhere else. */
    private static String tokenOf(Context chosen, URI address) {
        return chosen != null && parsed(chosen.server()).equals(address)
                ? token(chosen.token(), "context '" + chosen.name() + "'")
                : null;
    }
}
