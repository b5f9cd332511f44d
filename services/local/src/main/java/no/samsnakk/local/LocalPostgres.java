package no.samsnakk.local;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samsnakk.local.postgres.Binaries;
import no.samsnakk.local.postgres.Cluster;
import no.samsnakk.local.postgres.Migrations;
import no.samsnakk.local.postgres.RolesScript;
import no.samsnakk.local.postgres.RunAs;
import no.samsnakk.local.postgres.Security;
import no.samsnakk.local.process.Await;
import no.samsnakk.local.process.Child;
import no.samsnakk.local.process.Ports;
import no.samsnakk.local.tls.Tls;

/**
 * A real PostgreSQL with Samsnakk's database, schemas and roles in it.
 *
 * <p>It keeps what it has committed (rule 2): fsync, full page writes and synchronous commit are
 * on, in tests too. Passwords are checked on every connection. It does not outlive this JVM,
 * whatever ends it.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final String DATABASE = "samsnakk";
  private static final String SUPERUSER = "postgres";

  /** Those that a new cluster has. */
  private static final List<String> OTHERS = List.of("postgres", "template1");

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  /** What PostgreSQL is told, whatever its own defaults are. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_connections", "200"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("timezone", "UTC"),
          Map.entry("jit", "off"),
          // Rule 9: a statement that fails says so, but not with what was in it.
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"));

  /**
   * A random password is not guessed, however fast each guess is. The thousands of rounds of a
   * guessable one are most of what a connection costs, and tests make many.
   */
  private static final Map<String, String> TEMPORARY = Map.of("scram_iterations", "1");

  private final Home home;
  private final Child server;
  private final int port;
  private final String superuserPassword;
  private final Map<String, String> passwords;
  private final Security security;
  private final Set<Path> temporary;

  private LocalPostgres(
      Home home,
      Child server,
      int port,
      String superuserPassword,
      Map<String, String> passwords,
      Security security,
      Set<Path> temporary) {
    this.home = home;
    this.server = server;
    this.port = port;
    this.superuserPassword = superuserPassword;
    this.passwords = passwords;
    this.security = security;
    this.temporary = temporary;
  }

  /** An empty one on a free port, with random passwords; closing it deletes its data. */
  public static LocalPostgres temporary() {
    Home home = Home.find();
    Path folder = Folders.temporary(home, "postgres-");
    Map<String, String> passwords =
        roles(home).passwords().stream().collect(toMap(name -> name, name -> Passwords.password()));
    Path log = folder.resolve("log");
    int port = Ports.free();
    String superuser = Passwords.password();
    return start(home, folder, port, superuser, passwords, Tls.OFF, log, Set.of(folder));
  }

  /** One that keeps its data in the folder, which may already hold some. */
  public static LocalPostgres start(Home home, Path folder, int port, Secrets secrets) {
    return start(home, folder, port, secrets, Tls.OFF);
  }

  /** The same, which with TLS talks by TLS alone. */
  public static LocalPostgres start(Home home, Path folder, int port, Secrets secrets, Tls tls) {
    Map<String, String> passwords =
        roles(home).passwords().stream().collect(toMap(name -> name, secrets::get));
    String superuser = secrets.get(Secrets.SUPERUSER);
    return start(home, folder, port, superuser, passwords, tls, home.log("postgres"), Set.of());
  }

  private static LocalPostgres start(
      Home home,
      Path folder,
      int port,
      String superuserPassword,
      Map<String, String> passwords,
      Tls tls,
      Path log,
      Set<Path> temporary) {
    Binaries binaries = Binaries.unpacked(home.lib(), home.runtime("postgres"));
    RunAs user = RunAs.here(binaries.program("postgres"));
    Cluster cluster = new Cluster(folder);
    if (!cluster.isMade()) {
      Folders.delete(cluster.data());
      Map<String, String> settings = temporary.isEmpty() ? Map.of() : TEMPORARY;
      cluster.make(binaries, user, SUPERUSER, superuserPassword, settings, log);
    }
    Map<String, String> connections = cluster.connections(tls.of("postgres"));
    user.own(folder);
    List<String> command = command(binaries, cluster.data(), port, connections);
    Child child = Child.start("postgres", user.command(command), Map.of(), folder, log);
    LocalPostgres postgres =
        new LocalPostgres(
            home, child, port, superuserPassword, passwords, tls.postgres(), temporary);
    try {
      Await.ready(child, START, postgres::answers);
      OTHERS.forEach(postgres::closeToOthers);
      postgres.createDatabase(DATABASE, SUPERUSER);
      postgres.execute(postgres.superuserJdbcUrl(), roles(home).with(passwords));
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
    return postgres;
  }

  private static RolesScript roles(Home home) {
    return RolesScript.read(home.deploy("postgres/roles.sql"));
  }

  private static List<String> command(
      Binaries binaries, Path data, int port, Map<String, String> more) {
    List<String> command = new ArrayList<>(List.of(binaries.program("postgres")));
    command.addAll(List.of("-D", data.toString(), "-p", "" + port, "-h", "127.0.0.1"));
    SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    more.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  /** Where it listens, as {@code SAMSNAKK_DATABASE} has it: {@code localhost:port/samsnakk}. */
  public String address() {
    return "localhost:" + port + "/" + DATABASE;
  }

  public int port() {
    return port;
  }

  /** Makes the tables of these services, or brings them up to date; they don't do so themselves. */
  public LocalPostgres migrated(Service... services) {
    Migrations migrations = new Migrations(home.root());
    for (Service service : services) {
      migrations.run(jdbcUrl(), service.label(), ownerPassword(service));
    }
    return this;
  }

  /** Of the role that owns a service's tables. */
  public String ownerPassword(Service service) {
    return passwords.getOrDefault(service.ownerPassword(), "");
  }

  /**
   * The environment of services that use it: {@code SAMSNAKK_DATABASE} and the passwords of the
   * roles that they run as.
   */
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      configuration.put(service.password(), passwords.getOrDefault(service.password(), ""));
    }
    configuration.put("SAMSNAKK_DATABASE", address());
    configuration.put("SAMSNAKK_DATABASE_SECURITY", security.mode());
    configuration.put("SAMSNAKK_DATABASE_TRUSTSTORE", security.truststore());
    return configuration;
  }

  /** A URL without credentials, for a role of one's choice. */
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + security.parameters();
  }

  /** A URL with the superuser's credentials, for what a test has to see or do from outside. */
  public String superuserJdbcUrl() {
    return superuserJdbcUrl(DATABASE);
  }

  String superuserJdbcUrl(String database) {
    String url = jdbcUrl(database);
    String credentials = "user=" + SUPERUSER + "&password=" + superuserPassword;
    return url + (url.contains("?") ? "&" : "?") + credentials;
  }

  /** The process: tests stop and kill it. */
  public Child server() {
    return server;
  }

  /**
   * A role of that name and password, and a database of the same name that it owns. What the role
   * has set for itself is taken back.
   */
  void createDatabaseWithOwner(String name, String password) {
    String create =
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN"
            + " CREATE ROLE %1$s; END IF; END $$; ALTER ROLE %1$s LOGIN PASSWORD '%2$s';"
            + " ALTER ROLE %1$s RESET ALL";
    execute(superuserJdbcUrl("postgres"), create.formatted(name, password));
    createDatabase(name, name);
    String reset = "ALTER ROLE %1$s IN DATABASE %1$s RESET ALL; ALTER DATABASE %1$s RESET ALL";
    execute(superuserJdbcUrl("postgres"), reset.formatted(name));
  }

  void dropDatabase(String name) {
    execute(superuserJdbcUrl("postgres"), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  /** What was last written on the database, or nothing. */
  String databaseComment(String name) {
    return ask("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '"
            + name
            + "'")
        .orElse("");
  }

  void commentOnDatabase(String name, String comment) {
    execute(superuserJdbcUrl("postgres"), "COMMENT ON DATABASE " + name + " IS '" + comment + "'");
  }

  private void createDatabase(String name, String owner) {
    if (ask("SELECT datname FROM pg_database WHERE datname = '" + name + "'").isEmpty()) {
      execute(superuserJdbcUrl("postgres"), "CREATE DATABASE " + name + " OWNER " + owner);
    }
    closeToOthers(name);
  }

  /** PostgreSQL lets every role in, to make temporary tables, unless told. */
  private void closeToOthers(String database) {
    execute(superuserJdbcUrl("postgres"), "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
  }

  private Optional<String> ask(String query) {
    try (Connection connection = DriverManager.getConnection(superuserJdbcUrl("postgres"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answers() throws SQLException {
    try (Connection connection = DriverManager.getConnection(superuserJdbcUrl("postgres"))) {
      return connection.isValid(1);
    }
  }

  private void execute(String url, String statements) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + e.getSQLState(), e);
    }
  }

  /** Stops it in order: SIGTERM would wait for the clients, SIGINT rolls back what they do. */
  @Override
  public void close() {
    server.signal("INT");
    server.close(STOP);
    temporary.forEach(Folders::delete);
  }
}
