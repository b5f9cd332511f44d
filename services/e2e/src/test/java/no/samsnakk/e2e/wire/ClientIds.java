package no.samsnakk.e2e.wire;

import java.util.UUID;

/** Ids as the app makes them. */
public final class ClientIds {
  private ClientIds() {}

  /** A UUID of version 7; which moment it claims does not matter here. */
  public static String next() {
    String random = UUID.randomUUID().toString();
    return random.substring(0, 14) + "7" + random.substring(15);
  }
}
