package no.samsnakk.local.postgres;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;

/**
 * Brings the schemas up to date, each as its owner: a step of its own, so that no running service
 * has an owner's password (decision 8). The services check the same files when they start, and
 * refuse to run on a schema that lacks one.
 *
 * @param root the checkout; each service's files lie beside its source
 */
public record Migrations(Path root) {
  /** Their quarkus.flyway.locations say the same. */
  private static final Set<String> KEEP_WHAT_THEY_HEAR = Set.of("audit", "notifications");

  /**
   * Runs what has not been run yet.
   *
   * @param jdbcUrl of the database, without credentials
   * @param service as its schema is called
   * @param password of the role that owns the schema
   * @return how many files that were
   * @throws org.flywaydb.core.api.FlywayException when one fails; it has left nothing then
   */
  public int run(String jdbcUrl, String service, String password) {
    String schema = service.toLowerCase(Locale.ROOT);
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(jdbcUrl, "samsnakk_" + schema + "_owner", password)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(false)
        .locations(locations(schema))
        // The outbox's files come before a service's own (0.x), and may be younger than those.
        .outOfOrder(true)
        .placeholders(Map.of("runtime", "samsnakk_" + schema))
        .load()
        .migrate()
        .migrationsExecuted;
  }

  private String[] locations(String schema) {
    String outbox = files("platform", "outbox");
    String own = files(schema, "migration");
    return KEEP_WHAT_THEY_HEAR.contains(schema)
        ? new String[] {outbox, files("platform", "intake"), own}
        : new String[] {outbox, own};
  }

  private String files(String module, String folder) {
    return "filesystem:" + root.resolve("services/" + module + "/src/main/resources/db/" + folder);
  }
}
