package org.ccgledger.system.load;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.ccgledger.standalone.CcgLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/// The application on connections that say of every append that it is committed, and commit it a
/// little later: what it must not be like.
public final class HastyLedger {

    private static final Pattern APPEND = Pattern.compile("ledger\\.(append|take_turn)");
    private static final Duration LATER = Duration.ofSeconds(2);

    private HastyLedger() {}

    public static void main(String[] arguments) {
        SpringApplication application = CcgLedger.application();
        application.addInitializers(context ->
                ((GenericApplicationContext) context)
                        .registerBean("hasty", BeanPostProcessor.class, Hasty::new));
        application.run(arguments);
    }

    private static final class Hasty implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return name.equals("commandDatabase") && bean instanceof DataSource database
                    ? proxy(
                            DataSource.class,
                            (method, arguments) ->
                                    switch (method.invoke(database, arguments)) {
                                        case Connection connection ->
                                                new HastyConnection(connection).proxy();
                                        case null -> null;
                                        case Object other -> other;
                                    })
                    : bean;
        }
    }

    private interface Call {
        @Nullable Object with(Method method, Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        HastyLedger.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                return call.with(method, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    private static final class HastyConnection {
        private final Connection connection;
        private CompletableFuture<Void> commit = CompletableFuture.completedFuture(null);

        HastyConnection(Connection connection) {
            this.connection = connection;
        }

        Connection proxy() {
            return HastyLedger.proxy(Connection.class, this::call);
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments)
                throws Exception {
            commit.join();
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement
                            && APPEND.matcher(Arrays.toString(arguments)).find()
                    ? HastyLedger.proxy(
                            PreparedStatement.class,
                            (execute, parameters) -> append(statement, execute, parameters))
                    : result;
        }

        private @Nullable Object append(
                PreparedStatement statement, Method method, Object @Nullable [] arguments)
                throws Exception {
            if (!method.getName().startsWith("execute")) {
                return method.invoke(statement, arguments);
            }
            commit.join();
            connection.setAutoCommit(false);
            Object result = method.invoke(statement, arguments);
            commit =
                    CompletableFuture.runAsync(
                            this::commit,
                            CompletableFuture.delayedExecutor(
                                    LATER.toMillis(), TimeUnit.MILLISECONDS));
            return result;
        }

        private void commit() {
            try {
                connection.commit();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
