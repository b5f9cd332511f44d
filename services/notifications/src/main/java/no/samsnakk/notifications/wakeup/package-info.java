/**
 * Who should hear that there is something, and when.
 *
 * <p>A wake-up is one reason to wake one person, a row of {@code wakeup}: an unread message in a
 * room, a request that waits for the patient, an approval that the helper waited for. It lives as
 * long as its reason does:
 *
 * <pre>
 *              a message, a request            the delay has passed            one has gone
 *   (nothing) ─────────────────────▶ waiting ─────────────────────▶ on its way ────────────▶ told
 *       ▲                             │  ▲ ▲                           │  │                   │
 *       │                             │  │ │ none went, or no channel: │  │                   │
 *       │                             │  │ │ a rest, longer each time  │  │                   │
 *       │                             │  │ └───────────────────────────┘  │                   │
 *       │                             │  │ read on, with more since then; │                   │
 *       │                             │  │ another address                │                   │
 *       │                             │  └────────────────────────────────┼───────────────────┤
 *       │ read, answered, retracted,  │                                   │                   │
 *       │ removed                     │                                   │                   │
 *       └─────────────────────────────┴───────────────────────────────────┴───────────────────┘
 * </pre>
 *
 * <p>So a person is told once for each room, however many messages come, and not again until she
 * has read and there is something that she was not told of: who reads slowly is left in peace. What
 * she reads within the delay she is never told of; who has read in a room is not told that she was
 * approved there. A message that is taken back is a reason no longer, whether she was told of it or
 * not: a wake-up knows for which places in the room it is, and goes when all of these that she has
 * not read were taken back; nor is anybody woken for one that is told again, or comes only then
 * (R12). Whoever can no longer read the room has no wake-ups in it (R4), and a seat that was not
 * approved never had any (R1).
 *
 * <p>Told is who has been sent something that a mail server or a push service has taken. Giving up
 * on a delivery is never giving up on a person: what nothing is under way for any more rests and is
 * planned anew, and so is what there was no channel for. A new address, or a browser that was not
 * hers before, ends the rest ({@link NewChannels}).
 *
 * <p>What is due is turned into deliveries, rows of {@code delivery}: one letter, and one push for
 * each browser, for all that is due to a person at once. This is one transaction, over rows taken
 * with {@code for update skip locked}, so any number of instances may look. Sending happens outside
 * of it (R12): an instance takes a delivery by moving its next attempt into the future, sends, and
 * deletes the row. It has at most eight letters and eight pushes on their way ({@link Deliveries}),
 * so nobody waits for another's mail server, and a crash repeats no more than these. A delivery
 * whose reasons have all gone is dropped.
 *
 * <p>A proposal may ask for a letter to an address that somebody typed. That is no wake-up of the
 * person: it goes the same way at the same time for everybody ({@link ProposalLetters}), beside
 * what he hears by channels of his own; given up, it rests as a wake-up does, for as long as the
 * question is open. The letter to the address that somebody has just changed for another is none
 * either ({@link FormerAddresses}): it is for no reason that lasts. It rests too, and is given up
 * for good after two weeks.
 */
@NullMarked
package no.samsnakk.notifications.wakeup;

import org.jspecify.annotations.NullMarked;
