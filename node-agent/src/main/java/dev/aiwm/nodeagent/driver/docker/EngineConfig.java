package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the engine is and which version of its interface is spoken; nothing else. Unlike the
 * library's own it looks at no environment variable and at no file in anybody's home, so that no
 * credentials are sent which nobody gave for that pull.
 */
record EngineConfig(Path socket, RemoteApiVersion version) implements DockerClientConfig {
    @Override
    public URI getDockerHost() {
        return URI.create("unix://" + socket);
    }

    @Override
    public RemoteApiVersion getApiVersion() {
        return version;
    }

    @Override
    public String getRegistryUsername() {
        return null;
    }

    @Override
    public String getRegistryPassword() {
        return null;
    }

    @Override
    public String getRegistryEmail() {
        return null;
    }

    @Override
    public String getRegistryUrl() {
        return AuthConfig.DEFAULT_SERVER_ADDRESS;
    }

    @Override
    public AuthConfig effectiveAuthConfig(String imageName) {
        return null;
    }

    @Override
    public AuthConfigurations getAuthConfigurations() {
        return new AuthConfigurations();
    }

    @Override
    @SuppressWarnings("deprecation") // the library has another one, but asks for this
    public SSLConfig getSSLConfig() {
        return null;
    }
}
