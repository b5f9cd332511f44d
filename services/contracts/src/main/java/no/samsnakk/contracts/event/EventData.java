package no.samsnakk.contracts.event;

/**
 * The data of an {@link Event}. Each implementation has one CloudEvents type, in {@link Events}.
 */
public sealed interface EventData
    permits RoomEvent, MessageEvent, AuditRecorded, SessionEnded, TypingStarted {}
