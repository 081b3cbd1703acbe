package dev.aiwm.cli.config;

/** A server and who one is there; the token is null before a login. */
public record Context(String name, String server, String user, String token) {
    @Override
    public String toString() {
        return "Context[" + name + ", " + server + ", " + user + "]";
    }
}
