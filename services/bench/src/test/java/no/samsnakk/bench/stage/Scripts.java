package no.samsnakk.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Makes a service's tables from its own migrations, without starting it. */
final class Scripts {
  private Scripts() {}

  static void run(String superuserUrl, String service) throws SQLException {
    try (var connection = DriverManager.getConnection(superuserUrl)) {
      connection.setSchema(service);
      for (var script : of(service)) {
        try (var statement = connection.createStatement()) {
          statement.execute(script.replace("${runtime}", "samsnakk_" + service));
        }
      }
    }
  }

  private static List<String> of(String service) {
    var folder = Path.of("../" + service + "/src/main/resources/db/migration");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Scripts::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
