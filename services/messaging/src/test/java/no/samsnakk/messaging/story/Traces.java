package no.samsnakk.messaging.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Looks for bytes in everything that PostgreSQL, Kafka and the service have written down. */
public final class Traces implements AutoCloseable {
  private static final String TABLES =
      "select table_schema || '.' || table_name from information_schema.tables"
          + " where table_type = 'BASE TABLE' and table_schema <> 'pg_catalog'";

  private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
  private final Logger root = Logger.getLogger("");
  private final Handler ear = new Ear();

  public Traces() {
    root.addHandler(ear);
  }

  /** The files of the cluster, its write-ahead log and its server's log. */
  public List<Path> ofPostgres(byte[] bytes) {
    Database.run("checkpoint");
    var data = Path.of(Database.ask(String.class, "show data_directory").getFirst());
    return files(data.getParent(), bytes);
  }

  /** The segments of all topics. */
  public List<Path> ofKafka(byte[] bytes) throws Exception {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(Admin.class.getClassLoader());
    try (var admin = Admin.create(Wire.kafka())) {
      var broker = admin.describeCluster().nodes().get().iterator().next().id();
      var folders = admin.describeLogDirs(List.of(broker)).allDescriptions().get().get(broker);
      return folders.keySet().stream().flatMap(it -> files(Path.of(it), bytes).stream()).toList();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** What a dump would hold: every table of every schema, bytes as they are written in it. */
  public List<String> ofTables(String text) {
    var hex = java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return Database.ask(String.class, TABLES).stream()
        .filter(
            table ->
                Database.ask(String.class, "select t::text from " + table + " t").stream()
                    .anyMatch(row -> row.contains(text) || row.contains(hex)))
        .toList();
  }

  /** What was logged since this was made. */
  public List<String> ofLogs(String text) {
    return logged.stream().filter(line -> line.contains(text)).toList();
  }

  private static List<Path> files(Path folder, byte[] bytes) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, bytes)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In Latin-1 every byte is a character, so that a text's own search finds bytes. */
  private static boolean holds(Path file, byte[] bytes) {
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.contains(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    root.removeHandler(ear);
  }

  /** Hears everything, in full. */
  private final class Ear extends Handler {
    @Override
    public void publish(LogRecord line) {
      logged.add(
          line.getLoggerName()
              + " "
              + line.getMessage()
              + " "
              + java.util.Arrays.toString(line.getParameters())
              + " "
              + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
