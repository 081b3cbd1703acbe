package dev.aiwm.contracts.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree over the hashes of one checkpoint's events: a leaf is SHA-256(0, hash), a node
 * SHA-256(1, left, right); the odd one out of a row moves up as it is.
 */
public final class MerkleTree {
    private static final int LEAF = 0;
    private static final int NODE = 1;

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param hashes of the events, at least one
     */
    public MerkleTree(List<String> hashes) {
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException("a tree has leaves");
        }
        List<String> row = hashes.stream().map(MerkleTree::leaf).toList();
        rows.add(row);
        while (row.size() > 1) {
            row = above(row);
            rows.add(row);
        }
    }

    private static List<String> above(List<String> row) {
        List<String> above = new ArrayList<>((row.size() + 1) / 2);
        for (int i = 0; i + 1 < row.size(); i += 2) {
            above.add(node(row.get(i), row.get(i + 1)));
        }
        if (row.size() % 2 == 1) {
            above.add(row.get(row.size() - 1));
        }
        return above;
    }

    public String root() {
        return rows.get(rows.size() - 1).get(0);
    }

    /** What is needed beside the event at this place to compute the root. */
    public List<Step> pathOf(int index) {
        List<Step> path = new ArrayList<>();
        int place = index;
        for (List<String> row : rows.subList(0, rows.size() - 1)) {
            int other = place % 2 == 0 ? place + 1 : place - 1;
            if (other < row.size()) {
                path.add(new Step(other < place, row.get(other)));
            }
            place /= 2;
        }
        return path;
    }

    /** The root that an event's hash and its path lead to. */
    public static String rootOf(String hash, List<Step> path) {
        String reached = leaf(hash);
        for (Step step : path) {
            reached = step.left() ? node(step.hash(), reached) : node(reached, step.hash());
        }
        return reached;
    }

    private static String leaf(String hash) {
        return new Digest().raw(LEAF).raw(hash).hex();
    }

    private static String node(String left, String right) {
        return new Digest().raw(NODE).raw(left).raw(right).hex();
    }

    /**
     * A neighbour on the way to the root.
     *
     * @param left whether it stands left of what has been reached
     */
    public record Step(boolean left, String hash) {}
}
