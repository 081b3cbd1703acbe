package dev.aiwm.contracts.node.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;

import dev.aiwm.contracts.ResourceId;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The entries of a ledger by resource id, in the order of the ids. Never changes: with or without
 * an entry it is another one that shares nearly everything with this. What all entries hold
 * together is known without adding it up, so that a node decides as quickly with thousands of them.
 */
public final class Allocations extends AbstractMap<String, Allocation> {
    public static final Allocations NONE = new Allocations(null);

    private final Branch root;

    private Allocations(Branch root) {
        this.root = root;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Allocations of(Map<String, Allocation> entries) {
        if (entries instanceof Allocations already) {
            return already;
        }
        var all = NONE;
        if (entries != null) {
            for (var entry : entries.values()) {
                all = all.with(entry);
            }
        }
        return all;
    }

    /** With this entry, in place of what its resource held so far. */
    public Allocations with(Allocation entry) {
        return new Allocations(Branch.with(root, entry.resourceId().value(), entry));
    }

    public Allocations without(ResourceId resource) {
        return containsKey(resource.value())
                ? new Allocations(Branch.without(root, resource.value()))
                : this;
    }

    public ClaimedAmounts amounts() {
        return root == null ? ClaimedAmounts.NONE : root.sum;
    }

    /** Who holds devices, addresses or ports: of most nodes only a few of many. */
    public List<Allocation> holdersOfPieces() {
        var found = new ArrayList<Allocation>();
        addHolders(root, found);
        return found;
    }

    private static void addHolders(Branch branch, List<Allocation> found) {
        if (branch == null || branch.sum.holdersOfPieces() == 0) {
            return;
        }
        addHolders(branch.left, found);
        if (ClaimedAmounts.hasPieces(branch.entry.claims())) {
            found.add(branch.entry);
        }
        addHolders(branch.right, found);
    }

    @Override
    public Allocation get(Object key) {
        return key instanceof String id ? Branch.find(root, id) : null;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return root == null ? 0 : root.size;
    }

    @Override
    public Set<Entry<String, Allocation>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Allocation>> iterator() {
                return new InOrder(root);
            }

            @Override
            public int size() {
                return Allocations.this.size();
            }
        };
    }

    /** A balanced tree whose branches know what they hold together. */
    private static final class Branch {
        private final Branch left;
        private final String key;
        private final Allocation entry;
        private final Branch right;
        private final int height;
        private final int size;
        private final ClaimedAmounts sum;

        private Branch(Branch left, String key, Allocation entry, Branch right) {
            this.left = left;
            this.key = key;
            this.entry = entry;
            this.right = right;
            this.height = 1 + Math.max(height(left), height(right));
            this.size = 1 + size(left) + size(right);
            this.sum = ClaimedAmounts.of(entry.claims()).plus(sum(left)).plus(sum(right));
        }

        static Allocation find(Branch from, String key) {
            for (Branch at = from; at != null; ) {
                int order = key.compareTo(at.key);
                if (order == 0) {
                    return at.entry;
                }
                at = order < 0 ? at.left : at.right;
            }
            return null;
        }

        static Branch with(Branch at, String key, Allocation entry) {
            if (at == null) {
                return new Branch(null, key, entry, null);
            }
            int order = key.compareTo(at.key);
            if (order == 0) {
                return new Branch(at.left, key, entry, at.right);
            }
            return order < 0
                    ? balanced(with(at.left, key, entry), at, at.right)
                    : balanced(at.left, at, with(at.right, key, entry));
        }

        static Branch without(Branch at, String key) {
            int order = key.compareTo(at.key);
            if (order < 0) {
                return balanced(without(at.left, key), at, at.right);
            }
            if (order > 0) {
                return balanced(at.left, at, without(at.right, key));
            }
            if (at.left == null || at.right == null) {
                return at.left == null ? at.right : at.left;
            }
            var next = first(at.right);
            return balanced(at.left, next, without(at.right, next.key));
        }

        private static Branch first(Branch at) {
            var first = at;
            while (first.left != null) {
                first = first.left;
            }
            return first;
        }

        /** The entry of one branch between two others, whose heights differ by two at most. */
        private static Branch balanced(Branch left, Branch middle, Branch right) {
            if (height(left) > height(right) + 1) {
                return height(left.left) >= height(left.right)
                        ? join(left.left, left, join(left.right, middle, right))
                        : join(
                                join(left.left, left, left.right.left),
                                left.right,
                                join(left.right.right, middle, right));
            }
            if (height(right) > height(left) + 1) {
                return height(right.right) >= height(right.left)
                        ? join(join(left, middle, right.left), right, right.right)
                        : join(
                                join(left, middle, right.left.left),
                                right.left,
                                join(right.left.right, right, right.right));
            }
            return join(left, middle, right);
        }

        private static Branch join(Branch left, Branch middle, Branch right) {
            return new Branch(left, middle.key, middle.entry, right);
        }

        private static int height(Branch branch) {
            return branch == null ? 0 : branch.height;
        }

        private static int size(Branch branch) {
            return branch == null ? 0 : branch.size;
        }

        private static ClaimedAmounts sum(Branch branch) {
            return branch == null ? ClaimedAmounts.NONE : branch.sum;
        }
    }

    private static final class InOrder implements Iterator<Entry<String, Allocation>> {
        private final Deque<Branch> above = new ArrayDeque<>();

        InOrder(Branch root) {
            descend(root);
        }

        private void descend(Branch from) {
            for (var at = from; at != null; at = at.left) {
                above.push(at);
            }
        }

        @Override
        public boolean hasNext() {
            return !above.isEmpty();
        }

        @Override
        public Entry<String, Allocation> next() {
            if (above.isEmpty()) {
                throw new NoSuchElementException();
            }
            var branch = above.pop();
            descend(branch.right);
            return Map.entry(branch.key, branch.entry);
        }
    }
}
