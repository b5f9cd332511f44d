package no.samsnakk.contracts.conversation;

import no.samsnakk.contracts.refusal.RefusalCode;

/** A text frame that is none of {@link ClientFrame}; carries the code of the error frame. */
public final class FrameRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;

  private FrameRefused(RefusalCode code) {
    // No cause: Jackson's messages repeat what they could not read (R9). No trace: it is an answer.
    super(code.code(), null, false, false);
    this.code = code;
  }

  /** It has not the shape of any frame. */
  public static FrameRefused malformed() {
    return new FrameRefused(RefusalCode.FRAME_MALFORMED);
  }

  static FrameRefused typeUnknown() {
    return new FrameRefused(RefusalCode.FRAME_TYPE_UNKNOWN);
  }

  public RefusalCode code() {
    return code;
  }
}
