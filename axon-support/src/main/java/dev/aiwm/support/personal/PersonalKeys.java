package dev.aiwm.support.personal;

import java.util.Collection;
import java.util.Map;

/** Where the keys of persons lie: apart from the log, so that one can be destroyed. */
interface PersonalKeys {
    /** Of those who have one. */
    Map<String, byte[]> find(Collection<String> persons);

    /** Keeps it unless the person has one already; durable when this returns. */
    void add(String person, byte[] key);

    /** That it is gone already is no fault. */
    void destroy(String person);
}
