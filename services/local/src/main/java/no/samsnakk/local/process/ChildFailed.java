package no.samsnakk.local.process;

import java.nio.file.Path;

/** A process of ours did not do what it was started for; its log says why. */
public final class ChildFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChildFailed(String what, Path log) {
    super(what + "; see " + log);
  }
}
