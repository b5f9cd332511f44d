package no.samsnakk.contracts.event;

/** What is told on {@link Topics#MESSAGES}. */
public sealed interface MessageEvent extends EventData permits EntryCommitted, MarkEvent {}
