package dev.aiwm.cli.output;

import dev.aiwm.cli.session.Trouble;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path into a tree: {@code .a.b}, {@code ['a']}, {@code [0]}, {@code [-1]}, {@code [1:3]}, {@code
 * [*]}, {@code ..a} and {@code [?(@.a == "b")]} with {@code == != < <= > >=} or nothing, which asks
 * whether it is there.
 */
public final class JsonPath {
    private static final Pattern FILTER =
            Pattern.compile("\\?\\(\\s*@([^=!<>]*?)\\s*(?:(==|!=|<=|>=|<|>)\\s*(.+?)\\s*)?\\)");
    private static final Pattern SLICE = Pattern.compile("(-?\\d*):(-?\\d*)");

    private interface Step extends Function<JsonNode, Stream<JsonNode>> {}

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int position;

    public JsonPath(String text) {
        this.text = text;
        if (text.startsWith("$") || text.startsWith("@")) {
            position++;
        }
        while (position < text.length()) {
            steps.add(step());
        }
    }

    public List<JsonNode> find(JsonNode root) {
        var found = Stream.of(root);
        for (var step : steps) {
            found = found.flatMap(step);
        }
        return found.toList();
    }

    private Step step() {
        if (text.startsWith("..", position)) {
            position += 2;
            var name = name();
            return node -> descendants(node).flatMap(child(name));
        }
        if (text.charAt(position) == '.') {
            position++;
            if (position < text.length() && text.charAt(position) == '[') {
                return bracket();
            }
            return position == text.length() ? Stream::of : child(name());
        }
        if (text.charAt(position) == '[') {
            return bracket();
        }
        throw wrong();
    }

    private String name() {
        int start = position;
        while (position < text.length() && ".[".indexOf(text.charAt(position)) < 0) {
            // a dot of the name itself, as labels have them
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        position = Math.min(position, text.length());
        if (start == position) {
            throw wrong();
        }
        return text.substring(start, position).replace("\\.", ".");
    }

    private Step bracket() {
        int end = closing();
        var inside = text.substring(position + 1, end).strip();
        position = end + 1;
        if (inside.equals("*")) {
            return child("*");
        }
        if (inside.startsWith("?")) {
            return filter(inside);
        }
        if (inside.length() > 1 && (inside.startsWith("'") || inside.startsWith("\""))) {
            return child(inside.substring(1, inside.length() - 1));
        }
        var slice = SLICE.matcher(inside);
        if (slice.matches()) {
            return node -> slice(node, slice.group(1), slice.group(2));
        }
        try {
            int index = Integer.parseInt(inside);
            return node -> present(node.path(index < 0 ? node.size() + index : index));
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    private int closing() {
        char quote = 0;
        int depth = 0;
        for (int i = position; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i;
            }
        }
        throw wrong();
    }

    private static Step child(String name) {
        return name.equals("*")
                ? node -> node.isContainer() ? node.valueStream() : Stream.empty()
                : node -> present(node.path(name));
    }

    private static Stream<JsonNode> present(JsonNode node) {
        return node.isMissingNode() ? Stream.empty() : Stream.of(node);
    }

    private static Stream<JsonNode> slice(JsonNode node, String from, String to) {
        int start = from.isEmpty() ? 0 : Integer.parseInt(from);
        int end = to.isEmpty() ? node.size() : Integer.parseInt(to);
        start = Math.max(0, start < 0 ? node.size() + start : start);
        end = Math.min(node.size(), end < 0 ? node.size() + end : end);
        return start >= end ? Stream.empty() : node.valueStream().skip(start).limit(end - start);
    }

    private static Stream<JsonNode> descendants(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(JsonPath::descendants));
    }

    private Step filter(String inside) {
        var matcher = FILTER.matcher(inside);
        if (!matcher.matches()) {
            throw wrong();
        }
        var left = new JsonPath(matcher.group(1).strip());
        var operator = matcher.group(2);
        var right = operator == null ? null : unquoted(matcher.group(3));
        return node ->
                node.valueStream()
                        .filter(
                                each ->
                                        left.find(each).stream()
                                                .anyMatch(v -> holds(v, operator, right)));
    }

    private static String unquoted(String text) {
        return text.startsWith("'") || text.startsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static boolean holds(JsonNode value, String operator, String right) {
        if (operator == null) {
            return !value.isNull();
        }
        var left = value.asString("");
        int order;
        try {
            order = Double.compare(Double.parseDouble(left), Double.parseDouble(right));
        } catch (NumberFormatException e) {
            order = left.compareTo(right);
        }
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private Trouble wrong() {
        return Trouble.usage(
                "not a path: '" + text + "'", "for example .items[?(@.status==\"running\")].name");
    }
}
