package no.samsnakk.local.kafka;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** {@code deploy/kafka/topics.properties}: what topics there are. */
public final class Topics {
  private static final String PARTITIONS = "partitions";

  private Topics() {}

  /** Reads them, for a cluster of one broker. */
  public static List<NewTopic> read(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stringPropertyNames().stream()
        .map(line -> line.split("/", 2))
        .collect(
            groupingBy(
                line -> line[0],
                toMap(line -> line[1], line -> lines.getProperty(line[0] + "/" + line[1]))))
        .entrySet()
        .stream()
        .map(topic -> topic(topic.getKey(), topic.getValue()))
        .toList();
  }

  private static NewTopic topic(String name, Map<String, String> settings) {
    int partitions = Integer.parseInt(settings.get(PARTITIONS));
    settings.remove(PARTITIONS);
    return new NewTopic(name, partitions, (short) 1).configs(settings);
  }

  /** Makes those that are missing, and gives the others the settings that the file gives them. */
  public static void furnish(Admin admin, List<NewTopic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<String> there = admin.listTopics().names().get(10, TimeUnit.SECONDS);
    List<NewTopic> missing =
        topics.stream().filter(topic -> !there.contains(topic.name())).toList();
    if (!missing.isEmpty()) {
      admin.createTopics(missing).all().get(10, TimeUnit.SECONDS);
    }
    List<NewTopic> known = topics.stream().filter(topic -> there.contains(topic.name())).toList();
    if (!known.isEmpty()) {
      admin.incrementalAlterConfigs(settings(known)).all().get(10, TimeUnit.SECONDS);
    }
  }

  private static Map<ConfigResource, Collection<AlterConfigOp>> settings(List<NewTopic> topics) {
    return topics.stream()
        .collect(
            toMap(
                topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                topic ->
                    topic.configs().entrySet().stream()
                        .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                        .map(setting -> new AlterConfigOp(setting, AlterConfigOp.OpType.SET))
                        .toList()));
  }
}
