package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.testing.PostgresServer;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

class StatementsOfACommandTest {
    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();

    @TempDir Path data;

    static class Recording {
        @Bean
        static BeanPostProcessor recordStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database
                            ? new RecordingDataSource(database)
                            : bean;
                }
            };
        }
    }

    private static final class RecordingDataSource extends DelegatingDataSource {
        private RecordingDataSource(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) record(connection, Connection.class);
        }

        private static Object record(Object target, Class<?> type) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> invoke(target, method, arguments));
        }

        private static Object invoke(Object target, Method method, Object[] arguments)
                throws Throwable {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                STATEMENTS.add(sql.split(" \\(|;", 2)[0]);
            }
            if (method.getName().equals("commit")) {
                STATEMENTS.add("commit");
            }
            try {
                Object result = method.invoke(target, arguments);
                return method.getName().equals("createStatement")
                        ? record(result, Statement.class)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @Test
    void on_the_embedded_store_a_command_is_one_insert_and_one_commit() {
        try (var program = start("aiwm.store=embedded")) {
            assertThat(statementsOf(program, new OpenCounter("one", "")))
                    .containsExactly("insert into event_log", "commit");
            assertThat(statementsOf(program, new MoveCounter("one", 1)))
                    .containsExactly("insert into event_log", "commit");
        }
    }

    @Test
    void a_rejected_command_touches_no_table() {
        try (var program = start("aiwm.store=embedded")) {
            statementsOf(program, new OpenCounter("one", ""));
            assertThat(statementsOf(program, new MoveCounter("one", 2_000_000)))
                    .containsExactly("commit");
        }
    }

    @Test
    void on_postgresql_the_lock_and_the_head_take_one_round_trip_more() {
        try (var program = start(PostgresServer.database())) {
            statementsOf(program, new OpenCounter("one", ""));
            assertThat(statementsOf(program, new MoveCounter("one", 1)))
                    .hasSize(3)
                    .satisfies(
                            statements ->
                                    assertThat(statements.get(0))
                                            .startsWith("select pg_advisory_xact_lock"))
                    .endsWith("insert into event_log", "commit");
        }
    }

    private ConfigurableApplicationContext start(String... store) {
        var program = CounterApplication.start(new Class<?>[] {Recording.class}, data, store);
        program.getBean(CommandGateway.class).sendAndWait(new OpenCounter("before", ""));
        return program;
    }

    private static List<String> statementsOf(
            ConfigurableApplicationContext program, Object command) {
        STATEMENTS.clear();
        var unused =
                catchThrowable(() -> program.getBean(CommandGateway.class).sendAndWait(command));
        return List.copyOf(STATEMENTS);
    }
}
