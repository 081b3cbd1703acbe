package dev.aiwm.web.connection;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Thousands of nodes are connected all the time and say little. Tomcat keeps seven buffers for each
 * of them, 64 KB together; here they are 8 KB. What is larger than its buffer is read, encoded or
 * written in more than one go.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ConnectionAutoConfiguration {
    private static final String WEB_SOCKET = "org.apache.tomcat.websocket.";
    private static final String ALL_OF_A_WEB_SOCKET = WEB_SOCKET + "DEFAULT_BUFFER_SIZE";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        if (System.getProperty(ALL_OF_A_WEB_SOCKET) == null) {
            System.setProperty(ALL_OF_A_WEB_SOCKET, "1024");
        }
        return tomcat -> {
            tomcat.addConnectorCustomizers(
                    connector -> {
                        connector.setProperty("socket.appReadBufSize", "1024");
                        connector.setProperty("socket.appWriteBufSize", "2048");
                    });
            tomcat.addContextCustomizers(
                    context -> {
                        context.addParameter(WEB_SOCKET + "textBufferSize", "512");
                        context.addParameter(WEB_SOCKET + "binaryBufferSize", "1024");
                    });
        };
    }
}
