package dev.aiwm.support.log;

/**
 * A place in the log. Positions grow with the order of events; users see the text only and must not
 * read anything into it.
 *
 * @param value of the last event before this place; 0 is before all events
 */
public record Position(long value) implements Comparable<Position> {
    public static final Position START = new Position(0);

    public Position {
        if (value < 0) {
            throw new IllegalArgumentException("a position cannot be negative: " + value);
        }
    }

    /**
     * @throws IllegalArgumentException when the text was not made by {@link #toString()}
     */
    public static Position parse(String text) {
        try {
            return new Position(Long.parseLong(text, Character.MAX_RADIX));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a position: '" + text + "'", e);
        }
    }

    public boolean isAfter(Position other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value, Character.MAX_RADIX);
    }
}
