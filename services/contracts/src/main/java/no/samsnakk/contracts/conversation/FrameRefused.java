package no.samsnakk.contracts.conversation;

/** A text frame that is none of {@link ClientFrame}; carries the code of the error frame. */
public final class FrameRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  private FrameRefused(String code) {
    // No cause: Jackson's messages repeat what they could not read (R9). No trace: it is an answer.
    super(code, null, false, false);
    this.code = code;
  }

  /** It has not the shape of any frame. */
  public static FrameRefused malformed() {
    return new FrameRefused("frame-malformed");
  }

  static FrameRefused typeUnknown() {
    return new FrameRefused("frame-type-unknown");
  }

  /** Stable; see refusal-codes.json. */
  public String code() {
    return code;
  }
}
