package no.samsnakk.messaging.readtrace.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame.RoomPosition;
import no.samsnakk.messaging.reading.access.Access;

/** What a person who has just come is told: her rooms, and those that she had on the screen. */
public record Arrival(
    List<RoomPosition> positions, Map<UUID, Access> access, List<Opening> openings) {}
