package org.ccgledger.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/// A data source on whose connections something happens before every statement.
public final class Interposed {

    private static final List<Class<?>> INNER =
            List.of(Connection.class, PreparedStatement.class, Statement.class);

    private Interposed() {}

    /// The same, with what is to happen before each of its statements.
    public static DataSource around(DataSource database, Runnable before) {
        return wrap(DataSource.class, database, before);
    }

    private static <T> T wrap(Class<T> type, T inner, Runnable before) {
        return type.cast(
                Proxy.newProxyInstance(
                        Interposed.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            if (inner instanceof Statement
                                    && method.getName().startsWith("execute")) {
                                before.run();
                            }
                            try {
                                Object result = method.invoke(inner, arguments);
                                return INNER.contains(method.getReturnType())
                                        ? wrapAgain(method.getReturnType(), result, before)
                                        : result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    private static <T> T wrapAgain(Class<T> type, Object inner, Runnable before) {
        return wrap(type, type.cast(inner), before);
    }
}
