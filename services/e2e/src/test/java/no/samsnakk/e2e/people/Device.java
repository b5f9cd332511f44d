package no.samsnakk.e2e.people;

/** What somebody holds in her hand or sits at: its screen, and what its browser says it is. */
public enum Device {
  PHONE(
      390,
      844,
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/143.0.0.0 Mobile Safari/537.36"),
  /** A phone that is tapped with a finger; the other's taps are a mouse's. */
  TOUCHED_PHONE(PHONE.width, PHONE.height, PHONE.userAgent),
  LAPTOP(
      1280,
      800,
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0"),
  TABLET(
      820,
      1180,
      "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
          + " Version/18.6 Mobile/15E148 Safari/604.1");

  private final int width;
  private final int height;
  private final String userAgent;

  Device(int width, int height, String userAgent) {
    this.width = width;
    this.height = height;
    this.userAgent = userAgent;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  String userAgent() {
    return userAgent;
  }

  boolean touched() {
    return this == TOUCHED_PHONE;
  }
}
