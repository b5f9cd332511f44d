/**
 * The rooms' keys, wrapped by a key outside the database (R9): made with a room's first text, kept
 * unwrapped for some rooms, rotated and destroyed by command. In the schema and the transactions of
 * who uses them; see {@code docs/decisions/0058-keys-are-a-library-of-messaging.md}.
 */
@NullMarked
package no.samsnakk.keys;

import org.jspecify.annotations.NullMarked;
