package dev.aiwm.support.personal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Keys in the same database as the events, in a table of their own. */
final class JdbcPersonalKeys implements PersonalKeys {
    private final JdbcTemplate jdbc;

    JdbcPersonalKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, byte[]> find(Collection<String> persons) {
        var found = new HashMap<String, byte[]>();
        if (!persons.isEmpty()) {
            var marks = String.join(", ", Collections.nCopies(persons.size(), "?"));
            jdbc.query(
                    "select person, content from personal_key where person in (" + marks + ")",
                    row -> {
                        found.put(row.getString(1), row.getBytes(2));
                    },
                    persons.toArray());
        }
        return found;
    }

    @Override
    public void add(String person, byte[] key) {
        try {
            jdbc.update("insert into personal_key (person, content) values (?, ?)", person, key);
        } catch (DuplicateKeyException e) {
            return;
        }
    }

    @Override
    public void destroy(String person) {
        jdbc.update("delete from personal_key where person = ?", person);
    }
}
