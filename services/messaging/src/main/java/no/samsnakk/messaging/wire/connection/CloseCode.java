package no.samsnakk.messaging.wire.connection;

/** Why the server ends a socket; clients decide by the number. */
public enum CloseCode {
  /** Try again: the instance stops, or was out of touch. */
  RESTARTING(1012, "restarting"),
  PROTOCOL_ERROR(1002, "protocol error"),
  FRAME_TOO_LARGE(1009, "frame too large"),
  SESSION_ENDED(4401, "session ended"),
  NO_ROOM_LEFT(4403, "no room left"),
  TOO_SLOW(4408, "too slow"),
  TOO_MANY_FRAMES(4429, "too many frames"),
  TOO_MANY_SOCKETS(4430, "too many sockets");

  private final int code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  int code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
