package no.samsnakk.bench.load;

/** What is written. */
final class Text {
  /** As people in a room write. */
  static final String USUAL =
      "Hei! Henvisningen er sendt, og vi møtes hos NAV på torsdag klokka ti. Passer det for deg?";

  /** As long as a message may be: 16 kilobytes on the wire. */
  static final String LONG = "å".repeat(8_000);

  private Text() {}
}
