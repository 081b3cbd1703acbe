package dev.aiwm.cli.create;

import tools.jackson.databind.node.ObjectNode;

/** An image as one writes it, taken apart as the interface wants it. */
record ImageName(String registry, String name, String tag) {
    private static final String GHCR = "ghcr.io/";

    static ImageName of(String text) {
        int colon = text.lastIndexOf(':');
        boolean tagged = colon > text.lastIndexOf('/');
        var name = tagged ? text.substring(0, colon) : text;
        var tag = tagged ? text.substring(colon + 1) : null;
        if (name.startsWith(GHCR)) {
            return new ImageName("ghcr", name.substring(GHCR.length()), tag);
        }
        return new ImageName(hasHost(name) ? "private" : "docker-hub", name, tag);
    }

    private static boolean hasHost(String name) {
        int slash = name.indexOf('/');
        var first = slash < 0 ? "" : name.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    void fill(ObjectNode config) {
        config.put("registry", registry).put("imageName", name);
        if (tag != null) {
            config.put("imageTag", tag);
        }
    }
}
