package no.samsnakk.platform.problem;

/**
 * Why something is refused.
 *
 * @param status the HTTP status it travels under
 * @param code stable, kebab-case; the web translates it
 */
public record RefusalCode(int status, String code) {
  public static final RefusalCode NOT_SIGNED_IN = new RefusalCode(401, "not-signed-in");
  public static final RefusalCode NOT_ALLOWED = new RefusalCode(403, "not-allowed");
  public static final RefusalCode LEVEL_TOO_LOW = new RefusalCode(403, "level-too-low");
  public static final RefusalCode FRESH_LOGIN_REQUIRED =
      new RefusalCode(403, "fresh-login-required");

  /** The same for a room that is not there and for one that is none of the caller's business. */
  public static final RefusalCode ROOM_UNKNOWN = new RefusalCode(404, "room-unknown");

  public static final RefusalCode NOT_FOUND = new RefusalCode(404, "not-found");
  public static final RefusalCode INVALID_REQUEST = new RefusalCode(400, "invalid-request");

  /** She does more than one person can; the log would hold nothing but her. */
  public static final RefusalCode TOO_MANY_REQUESTS = new RefusalCode(429, "too-many-requests");

  public static final RefusalCode LOG_UNAVAILABLE = new RefusalCode(503, "log-unavailable");
  public static final RefusalCode TEMPORARILY_UNAVAILABLE =
      new RefusalCode(503, "temporarily-unavailable");
  public static final RefusalCode FAULT = new RefusalCode(500, "fault");

  /** What is answered under this status where nobody has said better; without one, a fault. */
  public static RefusalCode of(int status) {
    return switch (status) {
      case 401 -> NOT_SIGNED_IN;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 503 -> TEMPORARILY_UNAVAILABLE;
      default ->
          status >= 500 || status < 0 ? FAULT : new RefusalCode(status, INVALID_REQUEST.code());
    };
  }

  /** Whether it says how she gets what she asked for: another answer would leave her standing. */
  public boolean leadsOn() {
    return equals(FRESH_LOGIN_REQUIRED) || equals(LEVEL_TOO_LOW);
  }
}
