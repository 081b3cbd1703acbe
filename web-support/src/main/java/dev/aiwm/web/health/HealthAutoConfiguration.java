package dev.aiwm.web.health;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import java.time.Clock;
import java.util.concurrent.Executor;

/** {@code /api/health}. */
@AutoConfiguration(afterName = "dev.aiwm.web.identity.IdentityAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class HealthAutoConfiguration {

    @Bean
    HealthController healthController(ObjectProvider<HealthPart> parts, Clock clock) {
        return new HealthController(new HealthCheck(parts, thread(), clock), clock);
    }

    /** A part that hangs holds up its own thread and nothing else. */
    private static Executor thread() {
        return task -> {
            var thread = new Thread(task, "health");
            thread.setDaemon(true);
            thread.start();
        };
    }
}
