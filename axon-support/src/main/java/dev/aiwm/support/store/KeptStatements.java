package dev.aiwm.support.store;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HSQLDB compiles what is prepared, and forgets it when the last statement of the same words in the
 * same session is closed. So each connection keeps one of each.
 */
final class KeptStatements extends DriverManagerDataSource {

    KeptStatements(String url, String user) {
        super(url, user, "");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection)
                Proxy.newProxyInstance(
                        KeptStatements.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new Keeper(super.getConnection()));
    }

    private static final class Keeper implements InvocationHandler {
        /** No statement of ours is made up of what it is about; this is for one that would be. */
        private static final int MOST = 100;

        private final Connection connection;
        private final Map<List<Object>, Object> kept = new HashMap<>();

        Keeper(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            try {
                if (method.getName().equals("prepareStatement")) {
                    keep(method, arguments);
                }
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** The words alone, or with the kind of cursor: each is compiled for itself. */
        private void keep(Method method, Object[] arguments) throws ReflectiveOperationException {
            var prepared = List.of(arguments);
            if (kept.size() < MOST
                    && !kept.containsKey(prepared)
                    && Arrays.stream(method.getParameterTypes()).noneMatch(Class::isArray)) {
                kept.put(prepared, method.invoke(connection, arguments));
            }
        }
    }
}
