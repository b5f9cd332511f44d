package no.samsnakk.gateway.issuer;

/** The issuer said no, or could not be asked. Its words are not repeated (R9). */
public final class IssuerFailure extends RuntimeException {

  /** What that means to whoever asked. */
  public enum Kind {
    /** It does not honour what it was shown; asking again is no use. */
    REFUSED,
    /** It could not be asked; another try may succeed. */
    UNAVAILABLE
  }

  private final Kind kind;

  IssuerFailure(Kind kind, String why) {
    super(why, null, false, false);
    this.kind = kind;
  }

  static IssuerFailure refused(String why) {
    return new IssuerFailure(Kind.REFUSED, why);
  }

  static IssuerFailure unavailable(Exception cause) {
    return unavailable(cause.getClass().getSimpleName());
  }

  static IssuerFailure unavailable(String why) {
    return new IssuerFailure(Kind.UNAVAILABLE, why);
  }

  public Kind kind() {
    return kind;
  }
}
