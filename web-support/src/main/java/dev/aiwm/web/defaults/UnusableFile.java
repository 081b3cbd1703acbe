package dev.aiwm.web.defaults;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Names the file or folder without which the program cannot start, and why it is of no use. */
final class UnusableFile extends AbstractFailureAnalyzer<FileSystemException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FileSystemException cause) {
        return new FailureAnalysis(
                cause.getFile() + " cannot be used: " + why(cause),
                "Check the settings that name it or what it lies in, such as AIWM_DATA, and who may"
                        + " read and write it.",
                cause);
    }

    private static String why(FileSystemException cause) {
        if (cause instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return "it is no folder";
        }
        return cause.getReason() == null ? cause.getClass().getSimpleName() : cause.getReason();
    }
}
