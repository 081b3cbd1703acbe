package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.AuthConfig;

/** Parts of an image's full name, as the engine reads it. */
final class ImageNames {
    private ImageNames() {}

    /** Where it comes from: its first part if that is a host, else Docker Hub. */
    static String registry(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return host ? first : AuthConfig.DEFAULT_SERVER_ADDRESS;
    }

    /** Without tag and digest. */
    static String repository(String image) {
        int at = image.indexOf('@');
        String name = at < 0 ? image : image.substring(0, at);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }
}
