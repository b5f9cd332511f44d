package no.samsnakk.contracts.event;

/** What is told on {@link Topics#ROOMS}. Each is the whole state, so that a repeat does no harm. */
public sealed interface RoomEvent extends EventData permits PersonChanged, RoomChanged {}
