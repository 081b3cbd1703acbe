package dev.aiwm.command.placement;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.ledger.LedgerTotals;
import dev.aiwm.support.log.Position;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * All nodes as this process knows them, perhaps a moment late: good enough to ask the right node
 * first, never to decide.
 */
@Component
class NodeIndex {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<NodeId, NodeState> states = new ConcurrentHashMap<>();

    /** Changes only when a node comes or goes, so that a walk costs nothing to begin. */
    private final List<NodeId> ids = new CopyOnWriteArrayList<>();

    private final Object progress = new Object();
    private Position position = Position.START;

    NodeState get(NodeId id) {
        return states.get(id);
    }

    /** Takes a state in, unless what is known is newer. */
    synchronized void put(NodeState state) {
        var known = states.get(state.nodeId());
        if (known != null && known.sequence() >= state.sequence()) {
            return;
        }
        states.put(state.nodeId(), state);
        boolean gone = state.status() == NodeStatus.REMOVED;
        boolean listed = known != null && known.status() != NodeStatus.REMOVED;
        if (gone && listed) {
            ids.remove(state.nodeId());
        } else if (!gone && !listed) {
            ids.add(state.nodeId());
        }
    }

    long count(NodeStatus status) {
        return states.values().stream().filter(node -> node.status() == status).count();
    }

    /** Over all nodes that are not removed. */
    double sum(ToDoubleFunction<LedgerTotals> part) {
        return states.values().stream()
                .filter(node -> node.status() != NodeStatus.REMOVED)
                .map(LedgerTotals::of)
                .mapToDouble(part)
                .sum();
    }

    /**
     * Every node once, in an order that differs from walk to walk, so that not all ask the same.
     */
    Iterator<NodeState> walk(RandomGenerator random) {
        return new Walk(ids.toArray(), random);
    }

    Position position() {
        synchronized (progress) {
            return position;
        }
    }

    /** All up to here is in the index. */
    void reached(Position now) {
        synchronized (progress) {
            position = now;
            progress.notifyAll();
        }
    }

    /** Waits until the index has reached a position, but not for long. */
    void await(Position wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (progress) {
            try {
                long left = PATIENCE.toMillis();
                while (wanted.isAfter(position) && left > 0) {
                    progress.wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Walk implements Iterator<NodeState> {
        private final Object[] all;
        private final int start;
        private final int stride;
        private int walked;

        Walk(Object[] all, RandomGenerator random) {
            this.all = all;
            this.start = all.length == 0 ? 0 : random.nextInt(all.length);
            this.stride = strideThrough(all.length, random);
        }

        /** A step that meets every place of a circle before it meets one twice. */
        private static int strideThrough(int length, RandomGenerator random) {
            if (length < 2) {
                return 1;
            }
            int stride = 1 + random.nextInt(length - 1);
            while (greatestCommonDivisor(stride, length) != 1) {
                stride = stride % (length - 1) + 1;
            }
            return stride;
        }

        private static int greatestCommonDivisor(int left, int right) {
            return right == 0 ? left : greatestCommonDivisor(right, left % right);
        }

        @Override
        public boolean hasNext() {
            return walked < all.length;
        }

        @Override
        public NodeState next() {
            int place = (int) ((start + (long) walked * stride) % all.length);
            walked++;
            return states.get((NodeId) all[place]);
        }
    }
}
