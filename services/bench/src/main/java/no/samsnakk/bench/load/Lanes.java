package no.samsnakk.bench.load;

import io.vertx.core.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does something for each of many, so many at a time. */
final class Lanes {
  private Lanes() {}

  static Future<Void> all(int lanes, int from, int to, IntFunction<Future<Void>> each) {
    return Future.all(
            IntStream.range(0, lanes).mapToObj(lane -> next(from + lane, lanes, to, each)).toList())
        .mapEmpty();
  }

  private static Future<Void> next(int i, int lanes, int to, IntFunction<Future<Void>> each) {
    return i >= to
        ? Future.succeededFuture()
        : each.apply(i).compose(done -> next(i + lanes, lanes, to, each));
  }
}
