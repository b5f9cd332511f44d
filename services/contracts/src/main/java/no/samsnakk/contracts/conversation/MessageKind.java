package no.samsnakk.contracts.conversation;

/** What a message is. Questions, agreements and the like will stand beside plain text here. */
public enum MessageKind {
  TEXT
}
