package no.samsnakk.gateway.signin;

import no.samsnakk.gateway.session.BrowserSecret;

/** How a login ended. */
sealed interface Outcome {
  /** She is signed in: this is her new cookie, and where she wanted to go. */
  record SignedIn(BrowserSecret secret, String returnTo) implements Outcome {}

  /** An old answer came once more, to a browser that is signed in already. */
  record AlreadySignedIn() implements Outcome {}

  /** It came to nothing. Where she wanted to go is known unless the login was none of ours. */
  record Failed(Reason reason, String returnTo) implements Outcome {}

  /** Why; the web tells the person by {@link #code}. */
  enum Reason {
    /** She changed her mind. */
    CANCELLED("cancelled"),
    /** She took too long, or the answer was not for this browser. */
    EXPIRED("expired"),
    /** The issuer or rooms could not be asked. */
    UNAVAILABLE("unavailable"),
    /** She proved who she is, and is not let in. */
    REFUSED("refused"),
    /** The issuer's answer was not believed. */
    FAILED("failed");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
