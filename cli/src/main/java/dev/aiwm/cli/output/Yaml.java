package dev.aiwm.cli.output;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Trouble;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** YAML as trees and back. */
public final class Yaml {
    private Yaml() {}

    public static String write(JsonNode node) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        return new org.yaml.snakeyaml.Yaml(new Representer(options), options).dump(plain(node));
    }

    /** The documents of a text; JSON is YAML too. A text without quotes is never changed unseen. */
    public static List<JsonNode> read(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml =
                new org.yaml.snakeyaml.Yaml(
                        new AsWritten(options),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        options,
                        new NoTimes());
        var documents = new ArrayList<JsonNode>();
        for (var document : yaml.loadAll(text)) {
            if (document != null) {
                documents.add(Json.MAPPER.valueToTree(document));
            }
        }
        return documents;
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.properties().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
            return map;
        }
        if (node.isArray()) {
            return node.valueStream().map(Yaml::plain).toList();
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean()
                ? (Object) node.booleanValue()
                : node.isNull() ? null : node.asString();
    }

    /**
     * Refuses what would be another text in JSON, as 1.10 would be 1.1 and 010 would be 8: whether
     * a field is a text is known to the server alone.
     */
    private static final class AsWritten extends SafeConstructor {
        AsWritten(LoaderOptions options) {
            super(options);
        }

        @Override
        protected Object constructObject(Node node) {
            var value = super.constructObject(node);
            if ((value instanceof Number || value instanceof Boolean)
                    && node instanceof ScalarNode written
                    && !written.getValue().equals(value.toString())) {
                throw Trouble.usage(
                        "line %d: %s would be read as %s"
                                .formatted(
                                        node.getStartMark().getLine() + 1,
                                        written.getValue(),
                                        value),
                        "write '%s' when it is a text, else %s"
                                .formatted(written.getValue(), value));
            }
            return value;
        }
    }

    /** What looks like a date stays the text that it is. */
    private static final class NoTimes extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, pattern, first, limit);
            }
        }
    }
}
