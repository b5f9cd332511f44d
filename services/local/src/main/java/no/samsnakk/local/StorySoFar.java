package no.samsnakk.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How far the demo's story is when a start says that it is ready. */
enum StorySoFar {
  /** It was not due, or has come to no end. */
  NONE(""),
  UNDER_WAY(
      """

      Are's story is still being told. When it says "✓ story", Vera has something to read, and Are is
      asked about Sara and about a room that Frida proposes. Begin as Are, or as Vera.
      """),
  TOLD(
      """

      Are's story has been told up to his question about 11 November. Vera has not read it, and Are is
      asked about Sara and about a room that Frida proposes. Begin as Are, or as Vera.
      """);

  private final String text;

  StorySoFar(String text) {
    this.text = text;
  }

  /** What to say of it; nothing where it has not been told now. */
  String text() {
    return text;
  }

  /** Waits for it, and no longer than that. */
  static StorySoFar within(Duration patience, CompletableFuture<Boolean> told)
      throws InterruptedException {
    try {
      return told.get(patience.toMillis(), TimeUnit.MILLISECONDS) ? TOLD : NONE;
    } catch (TimeoutException stillTold) {
      return UNDER_WAY;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the story says itself what it fails of", failed);
    }
  }
}
