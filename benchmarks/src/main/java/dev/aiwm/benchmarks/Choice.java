package dev.aiwm.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was asked for. */
record Choice(
        List<Benchmark> benchmarks,
        List<Store> stores,
        Size size,
        int pairs,
        int attempts,
        Path folder,
        Path results) {

    static Choice of(String[] arguments) {
        var words = new ArrayList<>(List.of(arguments));
        var size = words.remove("--full") ? Size.FULL : Size.SMALL;
        size = words.remove("--smoke") ? Size.SMOKE : size;
        var store = option(words, "--store");
        int pairs = Integer.parseInt(option(words, "--pairs").orElse("5"));
        int attempts = Integer.parseInt(option(words, "--attempts").orElse("3"));
        var folder = Path.of(option(words, "--folder").orElse("target/benchmark-work"));
        var results = Path.of(option(words, "--results").orElse("target/benchmark-results"));
        var stores =
                store.map(it -> List.of(Store.valueOf(it.toUpperCase(Locale.ROOT))))
                        .orElse(List.of(Store.values()));
        var chosen = new ArrayList<Benchmark>();
        for (String word : words) {
            chosen.add(
                    Main.named(word)
                            .orElseThrow(
                                    () -> new IllegalArgumentException("no benchmark " + word)));
        }
        return new Choice(chosen, stores, size, pairs, attempts, folder.toAbsolutePath(), results);
    }

    private static Optional<String> option(List<String> words, String name) {
        int place = words.indexOf(name);
        if (place < 0) {
            return Optional.empty();
        }
        words.remove(place);
        return Optional.of(words.remove(place));
    }
}
