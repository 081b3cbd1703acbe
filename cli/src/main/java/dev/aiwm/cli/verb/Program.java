package dev.aiwm.cli.verb;

import dev.aiwm.cli.session.Surroundings;

/** The command that all verbs belong to. */
public interface Program {
    Surroundings surroundings();
}
