package no.samsnakk.contracts.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Has a hundred people ask a service for everything, each for rooms of her own, and looks at what
 * the service measures: no id and no identity number stands in it (R9), and it does not become more
 * with them.
 */
public final class Measured {
  /** The first of them meet every answer that there is, and type what nobody should. */
  private static final int FIRST = 10;

  private static final int ALL = 100;
  static final String SOMEBODYS_NUMBER = "17868410183";

  /** Such an address is refused before anybody looks which operation it is. */
  private static final String NO_TEXT = "?unknown=%00";

  private static final Pattern PERSONAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|(?<!\\d)\\d{11}(?!\\d)");

  /**
   * What a process and its clients measure of themselves, however it is asked, and may find out at
   * any time.
   */
  private static final Pattern OF_THE_PROCESS =
      Pattern.compile(
          "(jvm|netty|process|system|worker_pool|executor|kafka_(admin|consumer|producer))_.*");

  private Measured() {}

  /** Somebody who asks, by an address that is sent as it is. */
  public interface Asker {
    void ask(String method, String address, byte[] body);
  }

  /**
   * What should not stand in the metrics.
   *
   * @param samples values, by JSON pointer, for what the schema does not tell how to make
   * @param newcomers a new person each time
   * @param scrape the metrics in Prometheus' text format
   */
  public static List<String> complaints(
      String service,
      Map<String, Object> samples,
      Supplier<Asker> newcomers,
      Supplier<String> scrape) {
    var operations = Operation.of(service);
    // A look is measured too.
    series(scrape.get());
    for (int i = 0; i < FIRST; i++) {
      var asker = newcomers.get();
      asksForAll(operations, samples, id(), asker);
      asksForAll(operations, samples, SOMEBODYS_NUMBER, asker);
      for (var operation : operations) {
        asker.ask(operation.method(), at(operation, id()) + NO_TEXT, new byte[0]);
      }
      for (var nowhere : List.of("/", "/api/", "/api/rooms/", "/api/unknown/")) {
        asker.ask("GET", nowhere + id(), new byte[0]);
      }
    }
    var before = series(scrape.get());
    for (int i = FIRST; i < ALL; i++) {
      asksForAll(operations, samples, id(), newcomers.get());
    }
    return complaints(before, series(scrape.get()));
  }

  /** What of a service's time series is personal, or new since {@code before}. */
  static List<String> complaints(Set<String> before, Set<String> after) {
    var complaints = new ArrayList<String>();
    after.stream()
        .filter(it -> PERSONAL.matcher(it).find())
        .forEach(it -> complaints.add("personal: " + it));
    after.stream()
        .filter(it -> !before.contains(it))
        .filter(it -> !OF_THE_PROCESS.matcher(it).matches())
        .forEach(it -> complaints.add("new: " + it));
    return complaints;
  }

  private static void asksForAll(
      List<Operation> operations, Map<String, Object> samples, String id, Asker asker) {
    for (var operation : operations) {
      var body = operation.body() == null ? new byte[0] : Bodies.good(operation, samples);
      asker.ask(operation.method(), at(operation, id), body);
    }
  }

  private static String at(Operation operation, String id) {
    return operation.path().replaceAll("\\{\\w+}", id);
  }

  static String id() {
    var random = UUID.randomUUID().toString();
    return random.substring(0, 14) + "7" + random.substring(15);
  }

  static Set<String> series(String metrics) {
    return metrics
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst(" # \\{.*", ""))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
