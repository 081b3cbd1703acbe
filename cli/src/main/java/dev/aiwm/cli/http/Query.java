package dev.aiwm.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** The parameters of an address; what is null is left out. */
public final class Query {
    private final StringBuilder text = new StringBuilder();

    public Query with(String name, Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(encode(value.toString()));
        }
        return this;
    }

    public Query withEach(String name, Collection<String> values) {
        if (values != null) {
            values.forEach(value -> with(name, value));
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
