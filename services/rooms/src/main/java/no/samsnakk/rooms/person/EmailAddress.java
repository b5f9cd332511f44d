package no.samsnakk.rooms.person;

/**
 * The one rule for e-mail addresses, whoever writes one: a person, a proposer, a directory. The web
 * has the same, and a test compares them.
 */
public final class EmailAddress {
  /** Plain ASCII, no quotes, no spaces, and a domain with a dot; nothing that a header may read. */
  public static final String RULE =
      "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])";

  /** How many characters it may have (RFC 5321, with the corrections). */
  public static final int LONGEST = 254;

  private EmailAddress() {}

  /** Whether this is one. */
  public static boolean is(String text) {
    return text.length() <= LONGEST && text.matches(RULE);
  }
}
