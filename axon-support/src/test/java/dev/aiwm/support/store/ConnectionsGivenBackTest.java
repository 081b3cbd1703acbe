package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.MirrorSaga;

import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

/**
 * A connection that is given back twice is another thread's the second time: the pool forgets the
 * statements that this one has just opened.
 */
class ConnectionsGivenBackTest {
    private static final List<Throwable> AGAIN = new CopyOnWriteArrayList<>();

    @TempDir Path data;

    static class Watching {
        @Bean
        static BeanPostProcessor watchConnections() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? new Watched(database) : bean;
                }
            };
        }
    }

    private static final class Watched extends DelegatingDataSource {
        private Watched(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection)
                    Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("close") && connection.isClosed()) {
                                    AGAIN.add(new IllegalStateException("given back again"));
                                }
                                try {
                                    return method.invoke(connection, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }
    }

    @Test
    void commands_sagas_and_their_tokens_give_each_connection_back_once() {
        AGAIN.clear();
        Class<?>[] parts = {MirrorSaga.class, Watching.class};
        try (var program = CounterApplication.start(parts, data)) {
            var commands = program.getBean(CommandGateway.class);
            commands.sendAndWait(new OpenCounter("mirror", ""));
            commands.sendAndWait(new OpenCounter("tally", ""));
            commands.sendAndWait(new OpenCounter("left", ""));
            commands.sendAndWait(new MoveCounter("left", 1));
            Awaitility.await()
                    .until(() -> commands.<Integer>sendAndWait(new MoveCounter("tally", 0)) == 100);
        }
        assertThat(AGAIN).isEmpty();
    }
}
