package dev.aiwm.command.live;

import dev.aiwm.web.EdgeSettings;
import dev.aiwm.web.problem.ProblemWriter;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the WebSocket for visitors of live calls where tickets point to. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveSocketConfiguration {
    static final String PATH = "/ws/live";

    /** Closes connections, which may take as long as the other side likes. */
    static final class Closer implements DisposableBean {
        private final ExecutorService threads =
                Executors.newCachedThreadPool(
                        task -> {
                            var thread = new Thread(task, "live-close");
                            thread.setDaemon(true);
                            return thread;
                        });

        @Override
        public void destroy() {
            threads.shutdown();
        }
    }

    @Bean
    Closer liveSocketCloser() {
        return new Closer();
    }

    @Bean
    LiveSocketHandler liveSocketHandler(Closer closer) {
        return new LiveSocketHandler(closer.threads);
    }

    @Bean
    WebSocketConfigurer liveEndpoint(
            LiveSocketHandler handler,
            Tickets tickets,
            ProblemWriter problems,
            EdgeSettings settings) {
        return registry ->
                registry.addHandler(handler, PATH)
                        .addInterceptors(new TicketHandshake(tickets, problems))
                        .setAllowedOrigins(settings.allowedOrigins().toArray(String[]::new));
    }
}
