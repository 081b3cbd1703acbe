package dev.aiwm.benchmarks;

import dev.aiwm.contracts.protocol.MessageType;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bare channel: the product's web server with an endpoint that says back what it hears, and
 * answers registrations without looking at them.
 */
public final class EchoServer {
    private EchoServer() {}

    public static void main(String[] arguments) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(arguments[1]);
        tomcat.setPort(Integer.parseInt(arguments[0]));
        var context = tomcat.addContext("", null);
        context.addServletContainerInitializer(new WsSci(), Set.of());
        context.addApplicationListener(Endpoints.class.getName());
        Tomcat.addServlet(context, "default", new DefaultServlet());
        context.addServletMappingDecoded("/", "default");
        // as the product has it: who finds no room tries again only after a second
        tomcat.getConnector().setProperty("acceptCount", "4096");
        tomcat.start();
        System.out.println("echo server is ready");
        tomcat.getServer().await();
    }

    static ChildProcess start(Run run, int port) throws IOException, InterruptedException {
        var server = launch(run, port);
        server.awaitLine("echo server is ready");
        return server;
    }

    /** Without waiting for it. */
    static ChildProcess launch(Run run, int port) throws IOException {
        var command =
                ChildProcess.java(
                        List.of("-XX:+UseSerialGC", "-Xmx512m"),
                        EchoServer.class.getName(),
                        Integer.toString(port),
                        run.newFolder("echo-server").toString());
        return run.keep(
                ChildProcess.start(command, Map.of(), run.newFolder("echo").resolve("log")));
    }

    /** Puts the endpoint where the product has its own. */
    public static final class Endpoints implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var container =
                    (ServerContainer)
                            event.getServletContext().getAttribute(ServerContainer.class.getName());
            try {
                container.addEndpoint(
                        ServerEndpointConfig.Builder.create(Echo.class, "/ws/node").build());
            } catch (DeploymentException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One connection. */
    public static final class Echo extends Endpoint {
        private static final String REGISTERED =
                "{\"type\":\""
                        + MessageType.NODE_REGISTERED
                        + "\",\"messageId\":\"1\",\"data\":{\"epoch\":1,\"keep\":[]}}";

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, heard -> answer(session, heard));
        }

        private static void answer(Session session, String heard) {
            boolean registration = heard.contains("\"" + MessageType.NODE_REGISTER + "\"");
            try {
                session.getBasicRemote().sendText(registration ? REGISTERED : heard);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
