package dev.aiwm.standalone;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * The web server wants a folder of documents, and whatever lies there is served. It is given an
 * empty one next to its other files: one that it makes itself in the system's temporary folder
 * stays behind whenever the process ends suddenly.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("server.tomcat.basedir")
class WebFolder {
    @Bean
    static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> noDocuments(
            @Value("${server.tomcat.basedir}") File folder) {
        var documents = new File(folder, "documents").getAbsoluteFile();
        return server -> server.setDocumentRoot(made(documents));
    }

    private static File made(File folder) {
        try {
            return Files.createDirectories(folder.toPath()).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
    }
}
