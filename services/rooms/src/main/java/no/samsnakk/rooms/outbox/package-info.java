/** The platform's outbox, in the transaction of a Hibernate session (R6, R12). */
@NullMarked
package no.samsnakk.rooms.outbox;

import org.jspecify.annotations.NullMarked;
