package no.samsnakk.gateway.world;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What the web's build does with a file that is worth it. */
public final class WebBuild {
  private WebBuild() {}

  /** Puts the file's codings beside it. */
  static void codes(Path file) throws IOException {
    var content = Files.readAllBytes(file);
    Files.write(file.resolveSibling(file.getFileName() + ".gz"), gzip(content));
    Files.write(file.resolveSibling(file.getFileName() + ".br"), brotli(content));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var coded = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(coded)) {
      out.write(content);
    }
    return coded.toByteArray();
  }

  /** Java has no encoder: one block that is not compressed (RFC 7932, section 9.2). */
  private static byte[] brotli(byte[] content) {
    var coded = new ByteArrayOutputStream();
    // A window of 64 KiB; then no last block, four nibbles of length less one, not compressed.
    int head = (content.length - 1) << 4 | 1 << 20;
    coded.write(head);
    coded.write(head >> 8);
    coded.write(head >> 16);
    coded.writeBytes(content);
    coded.write(3);
    return coded.toByteArray();
  }

  /** What a browser makes of it. */
  public static String decoded(byte[] body, String coding) {
    return switch (coding) {
      case "identity" -> new String(body, StandardCharsets.UTF_8);
      case "br" -> new String(body, 3, body.length - 4, StandardCharsets.UTF_8);
      case "gzip" -> unzipped(body);
      default -> throw new IllegalArgumentException(coding);
    };
  }

  private static String unzipped(byte[] body) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
