package no.samsnakk.e2e.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.DemoPerson;
import no.samsnakk.e2e.people.Directory;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.Samsnakk;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Somebody has a dump of every database, made while people are signed in (R9, R10). */
@Journey
@Order(33)
class DatabasesTest {
  /** A token of ours or of the broker's: all of them are signed JSON. */
  private static final String TOKEN = "eyJ[\\w-]{8,}\\.eyJ";

  /** The same, in bytes that PostgreSQL shows in hexadecimal digits. */
  private static final String TOKEN_IN_BYTES = hex("eyJ") + "([0-9a-f]{2}){8,}" + hex(".eyJ");

  private final Cast cast;
  private final Samsnakk samsnakk;
  private final Directory directory;

  DatabasesTest(Cast cast, Samsnakk samsnakk, Directory directory) {
    this.cast = cast;
    this.samsnakk = samsnakk;
    this.directory = directory;
  }

  @Test
  void R9_noneHoldsAnIdentityNumberOrATokenOfWhoIsSignedIn() throws SQLException {
    cast.roomForAll("Et rom mens alle er inne");
    Predicate<String> personal = numbersAndTokens();
    List<String> found = new ArrayList<>();
    long rows = 0;
    for (String database : databases()) {
      try (Connection connection =
          DriverManager.getConnection(samsnakk.superuserJdbcUrl(database))) {
        for (String table : tables(connection)) {
          List<String> all = texts(connection, "select t::text from " + table + " t");
          rows += all.size();
          Predicate<String> registered =
              table.equals("public.user_attribute") ? registered(connection) : it -> false;
          all.stream()
              .filter(personal.and(registered.negate()))
              .forEach(row -> found.add(database + " " + table));
        }
      }
    }
    assertThat(rows).as("rows that were looked at").isGreaterThan(500);
    assertThat(found).isEmpty();
  }

  /**
   * The one exception: realm {@code bankid} plays BankID here, and BankID knows its people's
   * numbers. These are the attributes "pid" of its users; a real BankID keeps them itself.
   */
  private static Predicate<String> registered(Connection keycloak) throws SQLException {
    List<String> register =
        texts(
            keycloak,
            """
            select a::text from user_attribute a join user_entity u on u.id = a.user_id
              join realm r on r.id = u.realm_id where r.name = 'bankid' and a.name = 'pid'""");
    assertThat(register).isNotEmpty();
    return register::contains;
  }

  private Predicate<String> numbersAndTokens() {
    String numbers =
        directory.people().stream()
            .map(DemoPerson::identityNumber)
            .flatMap(it -> Stream.of(it, hex(it)))
            .collect(Collectors.joining("|"));
    return Pattern.compile(numbers + "|" + TOKEN + "|" + TOKEN_IN_BYTES).asPredicate();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> databases() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(samsnakk.superuserJdbcUrl("postgres"))) {
      List<String> all =
          texts(connection, "select datname from pg_database where datallowconn order by 1");
      assertThat(all).contains("samsnakk", "keycloak");
      return all;
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return texts(
        connection,
        """
        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') order by 1""");
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = connection.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.add(String.valueOf(rows.getString(1)));
      }
    }
    return found;
  }
}
