package dev.aiwm.command.sample;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

import java.util.Objects;

/** Matches a rejection by its code. */
public final class Rejected {
    private Rejected() {}

    public static Matcher<Throwable> with(RejectionCode code) {
        Objects.requireNonNull(code);
        return new CustomTypeSafeMatcher<>("a rejection with " + code) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Rejection rejection && rejection.code() == code;
            }
        };
    }
}
