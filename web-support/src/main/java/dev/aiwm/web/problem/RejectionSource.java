package dev.aiwm.web.problem;

import dev.aiwm.contracts.Rejection;

import java.util.Optional;

/**
 * Finds the rejection inside a failure of some library, which this module need not know. Every bean
 * of this type is asked before a failure counts as unexpected.
 */
@FunctionalInterface
public interface RejectionSource {
    Optional<Rejection> in(Throwable failure);
}
