package dev.aiwm.support.log;

/**
 * Makes the order of commits the order of positions: whoever has the turn keeps it until the
 * current transaction has ended, and positions are given out only during a turn. So a reader that
 * has seen a position will never see a lower one appear, and a rolled back append leaves no gap.
 */
interface AppendOrder {

    /**
     * Waits for the turn, unless the current transaction has it already.
     *
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException when it does not come
     */
    Turn takeTurn();

    /** What the next position follows; moved on by every append of the transaction. */
    final class Turn {
        private long position;
        private long latestAt;

        Turn(long position, long latestAt) {
            this.position = position;
            this.latestAt = latestAt;
        }

        long position() {
            return position;
        }

        long latestAt() {
            return latestAt;
        }

        void moveTo(long newPosition, long newLatestAt) {
            this.position = newPosition;
            this.latestAt = newLatestAt;
        }
    }
}
