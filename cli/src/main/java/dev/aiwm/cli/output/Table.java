package dev.aiwm.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under titles, each column as wide as what is in it; a status is coloured when asked for. */
public final class Table {
    private static final String GAP = "   ";

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    public Table(List<String> titles) {
        this.titles = List.copyOf(titles);
        this.widths = titles.stream().mapToInt(String::length).toArray();
    }

    public static Table of(String... titles) {
        return new Table(List.of(titles));
    }

    public void add(List<String> cells) {
        var row = cells.stream().map(Table::oneLine).toList();
        for (int i = 0; i < row.size(); i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
        rows.add(row);
    }

    /** Makes each column at least so wide, and answers how wide they are now. */
    int[] widen(int... least) {
        for (int i = 0; i < Math.min(least.length, widths.length); i++) {
            widths[i] = Math.max(widths[i], least[i]);
        }
        return widths.clone();
    }

    public void print(PrintWriter out, boolean withTitles, boolean colour) {
        if (withTitles) {
            out.println(line(titles, false));
        }
        rows.forEach(row -> out.println(line(row, colour)));
    }

    private String line(List<String> cells, boolean colour) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            line.append(colour && titles.get(i).equals("STATUS") ? Style.status(cell) : cell);
            if (i < cells.size() - 1) {
                line.append(" ".repeat(widths[i] - cell.length())).append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }

    /** What comes from elsewhere stays in its cell and cannot steer a terminal. */
    public static String oneLine(String text) {
        var clean = new StringBuilder(text.length());
        text.chars().forEach(c -> clean.append(Character.isISOControl(c) ? ' ' : (char) c));
        return clean.toString();
    }
}
