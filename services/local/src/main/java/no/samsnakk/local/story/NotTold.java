package no.samsnakk.local.story;

/** Why the story came to no end. Never a name or what somebody wrote (rule 9). */
public final class NotTold extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean forGood;

  private NotTold(String what, boolean forGood) {
    super(what);
    this.forGood = forGood;
  }

  /** Something was away or too slow: the next start can go on. */
  static NotTold yet(String what) {
    return new NotTold(what, false);
  }

  /** Somebody has acted meanwhile, and the story no longer fits what is there. */
  static NotTold anyMore(String what) {
    return new NotTold(what, true);
  }

  public boolean forGood() {
    return forGood;
  }
}
