package dev.aiwm.query.past;

import dev.aiwm.support.log.LoggedEvent;

import org.bson.Document;

import java.util.List;

/** Something that is kept of each segment of the log, so that the past is found fast. */
public interface Archived {
    String name();

    /** To be raised when it keeps something else than before: all is then kept anew. */
    int version();

    /**
     * What is to be kept of a segment: derived from its events and from what was kept of earlier
     * ones, so that every replica comes to the same. Called segment by segment, in order.
     */
    List<Document> of(long segment, List<LoggedEvent> events);
}
