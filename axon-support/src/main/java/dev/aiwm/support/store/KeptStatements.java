package dev.aiwm.support.store;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
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
        private final Map<String, PreparedStatement> kept = new HashMap<>();

        Keeper(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            try {
                if (method.getName().equals("prepareStatement") && arguments.length == 1) {
                    keep((String) arguments[0]);
                }
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private void keep(String sql) throws SQLException {
            if (kept.size() < MOST && !kept.containsKey(sql)) {
                kept.put(sql, connection.prepareStatement(sql));
            }
        }
    }
}
