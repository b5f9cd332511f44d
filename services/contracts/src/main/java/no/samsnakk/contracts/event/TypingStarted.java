package no.samsnakk.contracts.event;

import java.util.UUID;

/**
 * Somebody is writing in a room, now. Kept nowhere and never repeated: who hears of it later than a
 * few seconds lets it pass by.
 *
 * @param instanceId the instance of messaging that tells it; its own sockets know already
 */
public record TypingStarted(UUID roomId, UUID personId, UUID instanceId) implements EventData {}
