package no.samsnakk.rooms.overview;

import java.util.List;

/** Somebody's rooms, the last changed first. */
public record RoomList(List<RoomSummary> items) {}
