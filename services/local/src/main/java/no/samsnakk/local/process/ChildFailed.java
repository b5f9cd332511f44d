package no.samsnakk.local.process;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of ours did not do what it was started for; its log says why, and we say its end. */
public final class ChildFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LINES = 12;

  public ChildFailed(String what, Path log) {
    super(what + "; " + log + " ends with:\n" + end(log));
  }

  private static String end(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (MalformedInputException e) {
      return "(not text)";
    } catch (IOException e) {
      return "(no log)";
    }
  }
}
