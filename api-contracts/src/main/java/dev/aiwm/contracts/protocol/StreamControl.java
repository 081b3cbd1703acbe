package dev.aiwm.contracts.protocol;

/**
 * Something for the other end of a live call beside bytes; what is absent stays as it is.
 *
 * @param signal for the program, by its short name such as {@code INT}
 * @param endOfInput nothing more will be said to it
 */
public record StreamControl(int streamId, TerminalSize terminal, String signal, boolean endOfInput)
        implements ControllerData {}
