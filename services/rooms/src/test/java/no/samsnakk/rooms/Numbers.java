package no.samsnakk.rooms;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.bekk.bekkopen.person.FodselsnummerValidator;

/** Identity numbers made while the tests run; none of them can be anybody's. */
final class Numbers {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Numbers() {}

  /** A synthetic fødselsnummer (month + 80) that no test has had before. */
  static String synthetic() {
    return made(NEXT.getAndIncrement(), 80, 0);
  }

  /** A synthetic D-number (day + 40 as well). */
  static String syntheticD() {
    return made(NEXT.getAndIncrement(), 80, 40);
  }

  /** One without + 80, of somebody who will be born in 2039. */
  static String likeReal() {
    return made(NEXT.getAndIncrement(), 0, 0);
  }

  private static String made(int n, int month, int day) {
    FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
    var start = "%02d%02d39".formatted(1 + n % 28 + day, 12 + month);
    return IntStream.range(0, 100_000)
        .mapToObj(rest -> start + "%05d".formatted(99_999 - rest))
        .filter(FodselsnummerValidator::isValid)
        .skip(n / 28)
        .findFirst()
        .orElseThrow();
  }
}
