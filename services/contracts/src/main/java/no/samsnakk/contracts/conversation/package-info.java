/**
 * The frames of the socket and the shapes of the conversation. {@link
 * no.samsnakk.contracts.conversation.ClientFrame} is all that a browser may say, {@link
 * no.samsnakk.contracts.conversation.ServerFrame} all that it can hear.
 */
@NullMarked
package no.samsnakk.contracts.conversation;

import org.jspecify.annotations.NullMarked;
