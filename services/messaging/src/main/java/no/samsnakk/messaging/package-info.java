/**
 * The conversation's engine, in the order of a message's way: {@code wire} (sockets and frames),
 * {@code writing} (how an entry is kept, R2), {@code reading} (the one way to what was said),
 * {@code live} (how it reaches open sockets, R3) and {@code readtrace} (what is logged of who was
 * given what, and what people mark as read, R6); {@code operations} is what an operator is told.
 * Start at {@link no.samsnakk.messaging.writing.conversation.MessageWriter} for how a message is
 * kept and at {@code live.delivery.RoomChannel} for how it reaches people.
 */
@NullMarked
package no.samsnakk.messaging;

import org.jspecify.annotations.NullMarked;
