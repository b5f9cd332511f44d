package no.samsnakk.local.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** {@code deploy/kafka/acls.properties}: who may do what in Kafka. */
public final class Acls {
  private Acls() {}

  /** Reads them. */
  public static Set<AclBinding> read(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stringPropertyNames().stream()
        .flatMap(line -> bindings(line.split("/", 3), lines.getProperty(line)))
        .collect(Collectors.toSet());
  }

  /** The topics with which the service may do this. */
  public static Stream<String> topics(
      Set<AclBinding> rights, String service, AclOperation operation) {
    AccessControlEntry entry = allow(Users.nameOf(service), operation);
    return rights.stream()
        .filter(right -> right.entry().equals(entry))
        .map(AclBinding::pattern)
        .filter(pattern -> pattern.resourceType() == ResourceType.TOPIC)
        .map(ResourcePattern::name);
  }

  private static Stream<AclBinding> bindings(String[] line, String operations) {
    ResourceType type = ResourceType.fromString(line[1].toUpperCase(Locale.ROOT));
    ResourcePattern resource = new ResourcePattern(type, line[2], PatternType.LITERAL);
    return Stream.of(operations.split(",\\s*"))
        .map(name -> AclOperation.fromString(name.toUpperCase(Locale.ROOT)))
        .map(operation -> new AclBinding(resource, allow(Users.nameOf(line[0]), operation)));
  }

  private static AccessControlEntry allow(String user, AclOperation operation) {
    return new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW);
  }

  /** Makes those that are missing, and takes away what is not among them. */
  public static void apply(Admin admin, Set<AclBinding> wanted)
      throws ExecutionException, InterruptedException, TimeoutException {
    Collection<AclBinding> there =
        admin.describeAcls(AclBindingFilter.ANY).values().get(10, TimeUnit.SECONDS);
    Set<AclBinding> missing = new HashSet<>(wanted);
    missing.removeAll(there);
    Set<AclBinding> surplus = new HashSet<>(there);
    surplus.removeAll(wanted);
    if (!missing.isEmpty()) {
      admin.createAcls(missing).all().get(10, TimeUnit.SECONDS);
    }
    List<AclBindingFilter> gone = surplus.stream().map(AclBinding::toFilter).toList();
    if (!gone.isEmpty()) {
      admin.deleteAcls(gone).all().get(10, TimeUnit.SECONDS);
    }
  }
}
