package dev.aiwm.web.connection;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Thousands of nodes are connected all the time and say little. Tomcat keeps eight buffers for each
 * of them, 64 KB together; what is larger than a buffer is read and written in more than one go.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ConnectionAutoConfiguration {
    private static final String WEB_SOCKET = "org.apache.tomcat.websocket.";
    private static final String ALL_OF_A_WEB_SOCKET = WEB_SOCKET + "DEFAULT_BUFFER_SIZE";
    private static final String SMALL = "1024";
    private static final String MEDIUM = "2048";
    private static final String LARGE = "4096";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        if (System.getProperty(ALL_OF_A_WEB_SOCKET) == null) {
            System.setProperty(ALL_OF_A_WEB_SOCKET, MEDIUM);
        }
        return tomcat -> {
            tomcat.addConnectorCustomizers(
                    connector -> {
                        connector.setProperty("socket.appReadBufSize", MEDIUM);
                        connector.setProperty("socket.appWriteBufSize", LARGE);
                    });
            tomcat.addContextCustomizers(
                    context -> {
                        context.addParameter(WEB_SOCKET + "textBufferSize", SMALL);
                        context.addParameter(WEB_SOCKET + "binaryBufferSize", MEDIUM);
                    });
        };
    }
}
