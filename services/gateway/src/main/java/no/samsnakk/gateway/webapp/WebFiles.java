package no.samsnakk.gateway.webapp;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every file of the built web app, by the path it is served under. Only what was found by looking
 * through the folder is here, so no path, however written, leads out of it.
 */
record WebFiles(Map<String, WebFile> byPath) {
  private static final String INDEX = "/index.html";

  /** Reads the folder; links are not followed. */
  static WebFiles read(Path root) {
    if (!Files.isRegularFile(root.resolve("index.html"))) {
      LOG.webAppMissing(root.toAbsolutePath());
      return new WebFiles(Map.of());
    }
    Map<String, WebFile> found = new HashMap<>();
    try (var files = Files.walk(root)) {
      for (var file :
          (Iterable<Path>) files.filter(WebFiles::isFile).filter(WebFiles::isPlain)::iterator) {
        var path = "/" + root.relativize(file).toString().replace('\\', '/');
        found.put(path, WebFile.read(file, path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WebFiles(Map.copyOf(found));
  }

  static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** What is another file's coding has no address of its own. */
  private static boolean isPlain(Path file) {
    var name = file.getFileName().toString();
    return Stream.of(Coding.BROTLI, Coding.GZIP)
        .map(Coding::extension)
        .filter(name::endsWith)
        .map(end -> file.resolveSibling(name.substring(0, name.length() - end.length())))
        .noneMatch(WebFiles::isFile);
  }

  boolean isEmpty() {
    return byPath.isEmpty();
  }

  Optional<WebFile> at(String path) {
    return Optional.ofNullable(byPath.get(path.equals("/") ? INDEX : path));
  }

  Optional<WebFile> index() {
    return at(INDEX);
  }
}
