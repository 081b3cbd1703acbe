package dev.aiwm.command.api;

/** How variables of an environment are named: so that a program finds each under its name. */
public final class VariableName {
    public static final String FORMAT = "[A-Za-z_][A-Za-z0-9_.-]{0,254}";

    /** The same in words. */
    public static final String RULE = "must be the name of a variable";

    private VariableName() {}
}
