package dev.aiwm.command.gateway;

import dev.aiwm.command.outbox.OutboxMessage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Commands that wait for their turn at one node. The organisation has the next turn that has the
 * fewest attempts under way there, and of those the one that has had none for longest; within it
 * the execution of the highest priority, and then what came first. What is about the same resource
 * keeps its order: what came before goes first, on the turn of what was chosen. Lives in the
 * outbound lane.
 */
final class NodeQueue {
    private static final String NOBODY = "";
    private static final Comparator<OutboxMessage> OLDEST =
            Comparator.comparingLong(OutboxMessage::position);

    private final Map<String, OutboxMessage> waiting = new HashMap<>();
    private final Map<String, Integer> changedPriorities = new HashMap<>();
    private final Map<String, Long> lastTurn = new HashMap<>();
    private long turns;

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    List<OutboxMessage> all() {
        return List.copyOf(waiting.values());
    }

    void add(OutboxMessage message) {
        waiting.merge(
                message.key(), message, (one, two) -> one.position() > two.position() ? one : two);
    }

    /** Forgets all but these, of what was dispatched up to there. */
    void keepOnly(Set<String> keys, long upTo) {
        waiting.values().removeIf(each -> !keys.contains(each.key()) && each.position() <= upTo);
    }

    /** Priorities of executions that are not those which their commands were dispatched with. */
    void prioritise(Map<String, Integer> changed) {
        changedPriorities.clear();
        changedPriorities.putAll(changed);
    }

    /**
     * What ends or undoes something waits for nobody, or it would wait for what it is to end. With
     * it goes what waits for the same resource and came before.
     */
    List<OutboxMessage> takeUrgent() {
        var urgent = new ArrayList<OutboxMessage>();
        waiting.values().stream().filter(NodeQueue::isUrgent).sorted(OLDEST).forEach(urgent::add);
        var taken = new ArrayList<OutboxMessage>();
        for (OutboxMessage message : urgent) {
            sameSubject(message)
                    .filter(other -> other.position() <= message.position())
                    .sorted(OLDEST)
                    .toList()
                    .forEach(each -> taken.add(waiting.remove(each.key())));
        }
        return taken;
    }

    static boolean isUrgent(OutboxMessage message) {
        return message.data().compensation()
                || message.type().endsWith(".stop")
                || message.type().endsWith(".delete");
    }

    /**
     * Up to so many that go next.
     *
     * @param underWay attempts at the node, by organisation
     */
    List<OutboxMessage> take(int free, Map<String, Integer> underWay) {
        var load = new HashMap<>(underWay);
        var taken = new ArrayList<OutboxMessage>();
        while (taken.size() < free && !waiting.isEmpty()) {
            String org = nextOrg(load);
            OutboxMessage best =
                    waiting.values().stream()
                            .filter(message -> orgOf(message).equals(org))
                            .min(
                                    Comparator.comparingInt(this::priority)
                                            .reversed()
                                            .thenComparing(OLDEST))
                            .orElseThrow();
            OutboxMessage first = sameSubject(best).min(OLDEST).orElse(best);
            waiting.remove(first.key());
            taken.add(first);
            load.merge(org, 1, Integer::sum);
            lastTurn.put(org, ++turns);
        }
        return taken;
    }

    private String nextOrg(Map<String, Integer> load) {
        var orgs = new HashSet<String>();
        waiting.values().forEach(message -> orgs.add(orgOf(message)));
        lastTurn.keySet().retainAll(orgsInPlay(orgs, load));
        return orgs.stream()
                .min(
                        Comparator.<String>comparingInt(org -> load.getOrDefault(org, 0))
                                .thenComparingLong(org -> lastTurn.getOrDefault(org, 0L)))
                .orElseThrow();
    }

    private static Set<String> orgsInPlay(Set<String> waiting, Map<String, Integer> load) {
        var all = new HashSet<>(waiting);
        all.addAll(load.keySet());
        return all;
    }

    private Stream<OutboxMessage> sameSubject(OutboxMessage message) {
        return waiting.values().stream().filter(other -> other.subject().equals(message.subject()));
    }

    private int priority(OutboxMessage message) {
        return changedPriorities.getOrDefault(
                message.data().executionId().value(), message.priority());
    }

    static String orgOf(OutboxMessage message) {
        return Objects.requireNonNullElse(message.org(), NOBODY);
    }
}
