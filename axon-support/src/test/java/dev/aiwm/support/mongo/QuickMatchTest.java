package dev.aiwm.support.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class QuickMatchTest {
    private static final int ROUNDS = 20_000;
    private static final long SEED = 11;

    private final Random random = new Random(SEED);

    @Test
    void what_it_takes_on_it_answers_as_the_server_does() {
        var matcher = new DefaultQueryMatcher();
        int taken = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Document document = document();
            Document query = query(2);
            var quick = QuickMatch.of(query);
            if (quick.isPresent()) {
                taken++;
                assertThat(quick.get().test(document))
                        .as("%s for %s", query, document)
                        .isEqualTo(matcher.matches(document, query));
            }
        }
        assertThat(taken).isGreaterThan(ROUNDS / 4);
    }

    @Test
    void the_first_in_an_order_are_those_that_sorting_all_finds() {
        for (int i = 0; i < 200; i++) {
            var documents = new ArrayList<Document>();
            for (int j = 0; j < 50; j++) {
                documents.add(document().append("_id", "id" + j));
            }
            var orderBy =
                    new Document("a", random.nextBoolean() ? 1 : -1)
                            .append("t", -1)
                            .append("_id", 1);
            List<Document> sorted =
                    documents.stream().sorted(new DocumentComparator(orderBy)).toList();
            int limit = random.nextInt(60);
            assertThat(QuickOrder.of(orderBy).orElseThrow().first(documents.stream(), limit))
                    .isEqualTo(limit == 0 ? sorted : sorted.subList(0, Math.min(limit, 50)));
        }
    }

    @Test
    void what_it_does_not_know_it_leaves_alone() {
        assertThat(QuickMatch.of(new Document("$where", "x"))).isEmpty();
        assertThat(QuickMatch.of(new Document("a.b", 1))).isEmpty();
        assertThat(QuickMatch.of(new Document("a", null))).isEmpty();
        assertThat(QuickMatch.of(new Document("a", new Document("$size", 1)))).isEmpty();
        assertThat(QuickMatch.of(new Document("a", new Document("b", 1)))).isEmpty();
    }

    private Document document() {
        var document = new Document();
        document.append("a", value());
        document.append("t", Instant.ofEpochMilli(random.nextInt(3)));
        if (random.nextBoolean()) {
            document.append("l", List.of(text(), text()));
        }
        return document;
    }

    private Document query(int depth) {
        var query = new Document();
        if (depth > 0 && random.nextInt(3) == 0) {
            query.append(
                    random.nextBoolean() ? "$and" : "$or",
                    List.of(query(depth - 1), query(depth - 1)));
        }
        String field = List.of("a", "t", "l", "none").get(random.nextInt(4));
        query.append(field, wanted(field));
        return query;
    }

    private Object wanted(String field) {
        Object value = field.equals("t") ? Instant.ofEpochMilli(random.nextInt(3)) : value();
        return switch (random.nextInt(6)) {
            case 0 -> new Document("$lt", value);
            case 1 -> new Document("$gte", value).append("$lte", value);
            case 2 -> new Document("$in", List.of(value, value()));
            case 3 -> new Document("$exists", random.nextBoolean());
            case 4 -> field.equals("a") ? new BsonRegularExpression("^" + text(), "") : value;
            default -> value;
        };
    }

    private Object value() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3);
            case 1 -> (long) random.nextInt(3);
            case 2 -> random.nextBoolean();
            default -> text();
        };
    }

    private String text() {
        return "t" + random.nextInt(3);
    }
}
