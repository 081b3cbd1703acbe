package dev.aiwm.support.projection;

import java.util.Map;

/** What an event changes in an index; written with the other changes of its batch. */
public interface IndexWrites {
    /** Writes a whole document; its fields are values that MongoDB knows. */
    void put(String id, Map<String, Object> fields);

    void remove(String id);

    /** Removes every document that earlier events put and whose field has this value. */
    void removeAll(String field, Object value);
}
