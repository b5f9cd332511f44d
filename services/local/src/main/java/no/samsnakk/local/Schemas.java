package no.samsnakk.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import no.samsnakk.local.postgres.Migrations;
import org.flywaydb.core.api.FlywayException;

/**
 * The services' tables, brought up to date before any service starts. This process knows the
 * owners' passwords; the services never do.
 */
record Schemas(Home home, Settings settings, Secrets secrets) {

  /** Those whose owner's password is known: all of ours, and of someone else's what was given. */
  List<Service> known() {
    return List.of(Service.values()).stream()
        .filter(
            service ->
                settings.ownDatabase() || settings.given(service.ownerPassword()).isPresent())
        .toList();
  }

  /**
   * Migrates those that are known.
   *
   * @throws Refusal.Refused when one cannot be migrated
   */
  void migrate() {
    Migrations migrations = new Migrations(home.root());
    String url = url();
    for (Service service : known()) {
      try {
        migrations.run(url, service.label(), secrets.get(service.ownerPassword()));
      } catch (FlywayException e) {
        throw Refusal.NOT_MIGRATED.with(service.label(), String.valueOf(e.getMessage()).strip());
      }
    }
  }

  private String url() {
    return "jdbc:postgresql://"
        + settings.database()
        + settings.databaseSecurity(secrets.tls(settings)).parameters();
  }

  /** Whether nobody has proposed a room yet. */
  boolean areWithoutRooms() {
    String password = secrets.get(Service.ROOMS.ownerPassword());
    String owner = "samsnakk_rooms_owner";
    try (Connection connection = DriverManager.getConnection(url(), owner, password);
        Statement statement = connection.createStatement();
        ResultSet any = statement.executeQuery("SELECT EXISTS (SELECT FROM rooms.room)")) {
      return any.next() && !any.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
