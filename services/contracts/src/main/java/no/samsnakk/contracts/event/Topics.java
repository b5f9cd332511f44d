package no.samsnakk.contracts.event;

import java.util.Set;

/** The topics; the name carries the major version. The key is the room where there is one. */
public final class Topics {
  /** {@link RoomEvent}s, from rooms; key: room id, or person id for {@link PersonChanged}. */
  public static final String ROOMS = "samsnakk.rooms.v1";

  /** {@link MessageEvent}s, from messaging, bodies encrypted; key: room id. */
  public static final String MESSAGES = "samsnakk.messages.v1";

  /** {@link AuditRecorded}, from everyone; key: room id, or the agent's person id. */
  public static final String AUDIT = "samsnakk.audit.v1";

  /** {@link SessionEnded}, from the gateway; key: session id. */
  public static final String SESSIONS = "samsnakk.sessions.v1";

  /**
   * {@link TypingStarted}, between instances of messaging, not through any outbox; key: room id.
   */
  public static final String TYPING = "samsnakk.typing.v1";

  /** All of them. */
  public static final Set<String> ALL = Set.of(ROOMS, MESSAGES, AUDIT, SESSIONS, TYPING);

  private Topics() {}
}
