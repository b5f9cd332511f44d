package no.samsnakk.bench.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads along what a client says to PostgreSQL, message by message, however it is cut into packets,
 * and notices the simple query {@code commit}. What is not PostgreSQL's protocol it reads as
 * something without commits.
 */
final class CommitWatch {
  private static final int LENGTH = 4;
  private static final int FIRST_HEAD = 2 * LENGTH;
  private static final int HEAD = 1 + LENGTH;
  private static final int VERSION_3 = 3;
  private static final String COMMIT = "commit\0";

  private final ByteBuffer head = ByteBuffer.allocate(FIRST_HEAD);
  private final ByteArrayOutputStream query = new ByteArrayOutputStream();
  private boolean begun;
  private int left;
  private boolean isQuery;

  /** Whether a commit ends within these octets. */
  boolean sees(byte[] octets, int count) {
    boolean seen = false;
    for (int i = 0; i < count; i++) {
      seen |= left > 0 ? body(octets[i]) : head(octets[i]);
    }
    return seen;
  }

  private boolean head(byte octet) {
    head.put(octet);
    if (head.position() == (begun ? HEAD : FIRST_HEAD)) {
      head.flip();
      if (begun) {
        typed();
      } else {
        untyped();
      }
      head.clear();
    }
    return false;
  }

  /** Start of a connection: a request for TLS has no type either, the version ends that. */
  private void untyped() {
    left = head.getInt() - FIRST_HEAD;
    begun = head.getInt() >>> Short.SIZE == VERSION_3;
    isQuery = false;
  }

  private void typed() {
    isQuery = head.get() == 'Q';
    left = head.getInt() - LENGTH;
    query.reset();
  }

  private boolean body(byte octet) {
    if (isQuery && query.size() <= COMMIT.length()) {
      query.write(octet);
    }
    left--;
    return left == 0
        && isQuery
        && query.toString(StandardCharsets.US_ASCII).equalsIgnoreCase(COMMIT);
  }
}
