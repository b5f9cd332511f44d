package no.samsnakk.messaging.story;

import no.samsnakk.contracts.entry.Entry;

/** What somebody reads on her screen. */
public final class Texts {
  /** Of an entry that does not open. */
  public static final String NONE = "";

  private Texts() {}

  public static String of(Entry entry) {
    var payload = entry.payload();
    return payload == null ? NONE : payload.path("body").asText();
  }
}
