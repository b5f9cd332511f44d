package no.samsnakk.platform.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to open one socket, once, within half a minute.
 *
 * @param ticketId what makes it good for one use only: the taker remembers it until it expires
 * @param sessionEndsAt when the session ends whatever happens; the socket ends with it
 */
public record Ticket(
    UUID ticketId, UUID personId, UUID sessionId, Instant sessionEndsAt, Instant expiresAt) {}
