/**
 * The conversation's engine: sockets, messages, history, read state. Start reading at {@link
 * no.samsnakk.messaging.conversation.MessageWriter} for how a message is kept and at {@code
 * delivery.RoomHere} for how it reaches people.
 */
@NullMarked
package no.samsnakk.messaging;

import org.jspecify.annotations.NullMarked;
