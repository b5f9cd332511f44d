/**
 * Who should hear that there is something, and when.
 *
 * <p>A wake-up is one reason to wake one person, a row of {@code wakeup}: an unread message in a
 * room, a request that waits for the patient, an approval that the helper waited for. It lives as
 * long as its reason does:
 *
 * <pre>
 *              a message, a request            delay has passed
 *   (nothing) ───────────────────▶ waiting ───────────────────▶ told
 *       ▲                             │  ▲                        │
 *       │     read, answered, removed │  │ read on, not to the end│
 *       └─────────────────────────────┴──┼────────────────────────┤
 *                                        └────────────────────────┘
 * </pre>
 *
 * <p>So a person is told once for each room, however many messages come, and not again until she
 * has read. What she reads within the delay she is never told of. Whoever can no longer read the
 * room has no wake-ups in it (R4), and a seat that was not approved never had any (R1).
 *
 * <p>What is due is turned into deliveries, rows of {@code delivery}: one letter, and one push for
 * each browser, for all that is due to a person at once. This is one transaction, over rows taken
 * with {@code for update skip locked}, so any number of instances may look. Sending happens outside
 * of it (R12): an instance takes a delivery by moving its next attempt into the future, sends, and
 * deletes the row. It sends one at a time and deletes each before the next, so a crash repeats at
 * most one letter and one push. A delivery whose reasons have all gone is dropped.
 *
 * <p>A proposal may ask for a letter to an address that somebody typed. That is no wake-up of the
 * person: it goes the same way at the same time for everybody ({@link ProposalLetters}), beside
 * what he hears by channels of his own. Neither is the letter to the address that somebody has just
 * changed for another ({@link FormerAddresses}).
 */
@NullMarked
package no.samsnakk.notifications.wakeup;

import org.jspecify.annotations.NullMarked;
