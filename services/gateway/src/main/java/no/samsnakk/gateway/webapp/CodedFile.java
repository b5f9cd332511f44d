package no.samsnakk.gateway.webapp;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A file's bytes in one coding; a tag of their own, so that nobody joins halves of two codings. */
record CodedFile(Coding coding, Buffer content, String etag) {
  static CodedFile of(Coding coding, byte[] bytes) {
    return new CodedFile(coding, Buffer.buffer(bytes), etag(bytes));
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
