/** What is said in a room: the envelope of an entry, and the payload of each kind. */
@NullMarked
package no.samsnakk.contracts.entry;

import org.jspecify.annotations.NullMarked;
