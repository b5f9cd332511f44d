package no.samsnakk.gateway.webapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file of the web app, read and ready, as it is and in each way in which the build has coded it.
 * Only such files are ever compressed: they hold nothing of anybody's, so the length of an answer
 * tells nothing (BREACH).
 */
record WebFile(List<CodedFile> codings, String contentType, String caching) {
  /** What stands under {@code /assets/} has its content's hash in its name, so it never changes. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final String ASK_EACH_TIME = "no-cache";

  /** Reads the file that is served under this path, and what the build has made of it. */
  static WebFile read(Path file, String path) throws IOException {
    List<CodedFile> codings = new ArrayList<>();
    for (var coding : Coding.values()) {
      var coded = file.resolveSibling(file.getFileName() + coding.extension());
      if (WebFiles.isFile(coded)) {
        codings.add(CodedFile.of(coding, Files.readAllBytes(coded)));
      }
    }
    return new WebFile(
        List.copyOf(codings),
        ContentTypes.of(path),
        path.startsWith("/assets/") ? FOR_EVER : ASK_EACH_TIME);
  }

  /**
   * The one that this browser likes best, the smallest of several; the plain one if it takes none.
   */
  CodedFile bestFor(AcceptedCodings accepted) {
    // The first of several that are liked best: min, because max would be the last one.
    return codings.stream()
        .filter(coded -> accepted.weightOf(coded.coding()) > 0)
        .min(Comparator.comparingDouble(coded -> -accepted.weightOf(coded.coding())))
        .orElseGet(this::plain);
  }

  CodedFile plain() {
    return codings.getLast();
  }

  /** Whether what is answered depends on what the browser can decode. */
  boolean varies() {
    return codings.size() > 1;
  }
}
