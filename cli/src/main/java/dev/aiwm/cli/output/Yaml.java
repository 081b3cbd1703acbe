package dev.aiwm.cli.output;

import dev.aiwm.cli.http.Json;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
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

    /** The documents of a text; JSON is YAML too. */
    public static List<JsonNode> read(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml =
                new org.yaml.snakeyaml.Yaml(
                        new SafeConstructor(options),
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
