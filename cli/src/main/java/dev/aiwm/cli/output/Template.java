package dev.aiwm.cli.output;

import dev.aiwm.cli.session.Trouble;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with expressions in braces, as kubectl has it: {@code {.items[*].name}}, {@code {"\n"}},
 * {@code {range .items[*]}...{end}}. A text without braces is one expression.
 */
public final class Template {
    private static final String HELP = "for example jsonpath='{.items[*].name}'";

    /** Something that writes itself for the node it stands at. */
    private interface Part {
        void write(JsonNode at, StringBuilder out);
    }

    private final String text;
    private final List<Part> parts;
    private int position;

    public Template(String text) {
        this.text = text.contains("{") ? text : "{" + text + "}";
        this.parts = parts(false);
    }

    public String apply(JsonNode root) {
        var out = new StringBuilder();
        parts.forEach(part -> part.write(root, out));
        return out.toString();
    }

    private List<Part> parts(boolean inRange) {
        var found = new ArrayList<Part>();
        while (position < text.length()) {
            int brace = text.indexOf('{', position);
            if (brace != position) {
                var literal = text.substring(position, brace < 0 ? text.length() : brace);
                found.add((at, out) -> out.append(literal));
                position += literal.length();
                continue;
            }
            var expression = expression();
            if (expression.equals("end") && inRange) {
                return found;
            }
            found.add(part(expression));
        }
        if (inRange) {
            throw Trouble.usage("{range} without {end}", HELP);
        }
        return found;
    }

    private Part part(String expression) {
        if (expression.startsWith("range ")) {
            var path = new JsonPath(expression.substring("range ".length()).strip());
            var body = parts(true);
            return (at, out) ->
                    path.find(at).forEach(each -> body.forEach(part -> part.write(each, out)));
        }
        if (expression.startsWith("\"") && expression.endsWith("\"") && expression.length() > 1) {
            var literal = unescaped(expression.substring(1, expression.length() - 1));
            return (at, out) -> out.append(literal);
        }
        var path = new JsonPath(expression);
        return (at, out) ->
                out.append(String.join(" ", path.find(at).stream().map(Template::shown).toList()));
    }

    /** What is between the brace here and the one that closes it; braces in quotes do not count. */
    private String expression() {
        char quote = 0;
        for (int i = position + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                var inside = text.substring(position + 1, i).strip();
                position = i + 1;
                return inside;
            }
        }
        throw Trouble.usage("a brace is not closed in '" + text + "'", HELP);
    }

    private static String shown(JsonNode node) {
        return node.isContainer() ? node.toString() : node.asString("");
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"");
    }
}
