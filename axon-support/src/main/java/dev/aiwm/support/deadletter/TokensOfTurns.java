package dev.aiwm.support.deadletter;

import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A token store that is spared the tokens of idle turns: most events wake more sagas than one. */
final class TokensOfTurns {
    private final TokenStore tokens;

    private TokensOfTurns(TokenStore tokens) {
        this.tokens = tokens;
    }

    static TokenStore of(TokenStore tokens) {
        var spared = new TokensOfTurns(tokens);
        return (TokenStore)
                Proxy.newProxyInstance(
                        TokenStore.class.getClassLoader(),
                        new Class<?>[] {TokenStore.class},
                        (proxy, method, arguments) -> spared.invoke(method, arguments));
    }

    private Object invoke(Method method, Object[] arguments) {
        if (method.getName().equals("storeToken") && IdleTurn.isCurrent()) {
            storeUnlessIdle(method, arguments);
            return null;
        }
        return call(method, arguments);
    }

    /** A saga that begins is stored behind this, in the same phase: only then it is known. */
    private void storeUnlessIdle(Method method, Object[] arguments) {
        CurrentUnitOfWork.get()
                .onPrepareCommit(
                        unit -> {
                            if (!IdleTurn.isCurrent()) {
                                call(method, arguments);
                            }
                        });
    }

    private Object call(Method method, Object[] arguments) {
        try {
            return method.invoke(tokens, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
