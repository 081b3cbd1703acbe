package dev.aiwm.nodeagent;

import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks engines for their figures, all at the same time. One that hangs delays nobody for long and
 * is not asked again until it has answered, so that no threads pile up behind it.
 */
final class AskedEngines {
    private static final Logger log = LoggerFactory.getLogger(AskedEngines.class);

    private final Duration patience;
    private final Map<String, Question> asked = new ConcurrentHashMap<>();

    AskedEngines(Duration patience) {
        this.patience = patience;
    }

    /** What was said, and of whom nothing was heard. */
    record Answers(List<EngineStats> stats, List<NodeFault> faults) {}

    /** To one engine, by somebody; who asks soon after waits for the same answer. */
    private record Question(CompletableFuture<EngineStats> answer, long askedAt) {
        boolean isOpen() {
            return !answer.isDone();
        }
    }

    /**
     * Asks everybody who is not being asked yet.
     *
     * @param engines by name
     */
    Round ask(Map<String, Supplier<EngineStats>> engines) {
        var questions = new LinkedHashMap<String, Question>();
        engines.forEach((name, figures) -> questions.put(name, question(name, figures)));
        return new Round(questions);
    }

    private Question question(String name, Supplier<EngineStats> figures) {
        return asked.compute(
                name,
                (same, before) ->
                        before != null && before.isOpen() ? before : begun(name, figures));
    }

    private static Question begun(String name, Supplier<EngineStats> figures) {
        var answer = new CompletableFuture<EngineStats>();
        var thread = new Thread(() -> answer(figures, answer), "figures-" + name);
        thread.setDaemon(true);
        thread.start();
        return new Question(answer, System.nanoTime());
    }

    private static void answer(
            Supplier<EngineStats> figures, CompletableFuture<EngineStats> answer) {
        try {
            answer.complete(figures.get());
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    /** One question to everybody. */
    final class Round {
        private final Map<String, Question> questions;
        private final long begin = System.nanoTime();

        private Round(Map<String, Question> questions) {
            this.questions = questions;
        }

        /** Waits for those who answer in time, and for nobody beyond the patience. */
        boolean isCompleteWithin(Duration limit) {
            long end = begin + limit.toNanos();
            for (var question : questions.values()) {
                await(question, Math.min(end, question.askedAt() + patience.toNanos()));
            }
            return questions.values().stream().noneMatch(Question::isOpen);
        }

        /** So far. */
        Answers answers() {
            var answers = new Answers(new ArrayList<>(), new ArrayList<>());
            questions.forEach((name, question) -> add(name, question, answers));
            return answers;
        }

        /** Of everybody, or of whom does not answer in time that. */
        Answers allAnswers() {
            boolean unused = isCompleteWithin(patience);
            var answers = answers();
            answers.faults()
                    .forEach(
                            fault ->
                                    log.warn(
                                            "no figures driver={}: {}",
                                            fault.source(),
                                            fault.message()));
            return answers;
        }

        private static void await(Question question, long end) {
            try {
                var unused =
                        question.answer()
                                .get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                log.trace("no figures yet, or none", e);
            } catch (InterruptedException e) {
                throw DriverException.interrupted(e);
            }
        }

        private void add(String name, Question question, Answers answers) {
            if (question.isOpen()) {
                answers.faults().add(new NodeFault(name, silence(question)));
                return;
            }
            question.answer()
                    .handle(
                            (stats, failure) ->
                                    failure == null
                                            ? answers.stats().add(stats)
                                            : answers.faults()
                                                    .add(new NodeFault(name, why(failure))))
                    .join();
        }

        private String silence(Question question) {
            if (begin - question.askedAt() > patience.toNanos()) {
                return "it still does not answer";
            }
            return System.nanoTime() - question.askedAt() < patience.toNanos()
                    ? "it has not answered yet"
                    : "it does not answer";
        }

        private static String why(Throwable failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
