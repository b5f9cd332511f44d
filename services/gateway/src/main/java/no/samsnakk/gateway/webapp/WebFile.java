package no.samsnakk.gateway.webapp;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A file of the web app, read and ready. */
record WebFile(Buffer content, String contentType, String etag, String caching) {
  /** What stands under {@code /assets/} has its content's hash in its name, so it never changes. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final String ASK_EACH_TIME = "no-cache";

  /** Reads the file that is served under this path. */
  static WebFile read(Path file, String path) throws IOException {
    var bytes = Files.readAllBytes(file);
    return new WebFile(
        Buffer.buffer(bytes),
        ContentTypes.of(path),
        etag(bytes),
        path.startsWith("/assets/") ? FOR_EVER : ASK_EACH_TIME);
  }

  private static String etag(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
