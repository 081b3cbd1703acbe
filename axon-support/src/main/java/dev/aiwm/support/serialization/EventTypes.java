package dev.aiwm.support.serialization;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names under which events are stored: the simple name of each event, for ever, whatever
 * package it moves to. Events are the cases of the sealed families given; two of the same simple
 * name are refused at start.
 */
public final class EventTypes {
    private final Map<String, Class<?>> byName = new LinkedHashMap<>();

    public EventTypes(Collection<EventFamily> families) {
        families.forEach(family -> addCases(family.root()));
    }

    private void addCases(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                addCases(permitted);
            }
            return;
        }
        Class<?> other = byName.putIfAbsent(type.getSimpleName(), type);
        if (other != null && other != type) {
            throw new IllegalArgumentException(
                    "two events of one name: " + other.getName() + " and " + type.getName());
        }
    }

    public Optional<Class<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public boolean contains(Class<?> type) {
        return byName.get(type.getSimpleName()) == type;
    }

    public Collection<Class<?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
