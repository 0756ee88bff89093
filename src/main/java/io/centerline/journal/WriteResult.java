package io.centerline.journal;

/** What became of one ticket in a committed transaction. */
sealed interface WriteResult {

    /** Whose result it is. */
    Ticket ticket();

    /** Tells the one who waits. */
    void answer();

    /** It is durable, by this transaction or an earlier one. */
    record Durable(Ticket ticket, Recorded recorded) implements WriteResult {
        @Override
        public void answer() {
            ticket.answer().complete(recorded);
        }
    }

    /** It will never be recorded. */
    record Refused(Ticket ticket, JournalException reason) implements WriteResult {
        @Override
        public void answer() {
            ticket.answer().completeExceptionally(reason);
        }
    }
}
