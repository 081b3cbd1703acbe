package dev.aiwm.command.api;

/** How volumes are named: as the engines of the nodes allow. */
public final class VolumeName {
    public static final String FORMAT = "[a-zA-Z0-9][a-zA-Z0-9_.-]{1,127}";

    /** The same in words. */
    public static final String RULE =
            "must be 2 to 128 letters, digits, _ . or -, the first a letter or a digit";

    private VolumeName() {}
}
