package no.samsnakk.gateway.session;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import no.samsnakk.gateway.issuer.LoginSecrets;

/**
 * Logins under way. One is found only with the state that the issuer repeats and by the browser
 * that began it, and only once: an answer that was meant for somebody else's browser, or is played
 * again, finds nothing.
 */
@ApplicationScoped
public class Logins {
  private static final String BEGIN =
      "insert into login (state_hash, secret_hash, secrets, expires_at) values ($1, $2, $3, $4)";
  private static final String TAKE =
      """
      delete from login where state_hash = $1 and secret_hash = $2
      returning secrets, expires_at""";
  private static final String KNOWS =
      """
      select exists (select from login where secret_hash = $1)
          or exists (select from session where secret_hash = $1)""";
  private static final String CLEAR = "delete from login where expires_at <= $1";

  private final Pool pool;
  private final Vault vault;
  private final SessionConfig config;
  private final Clock clock;

  Logins(Pool pool, Vault vault, SessionConfig config, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.config = config;
    this.clock = clock;
  }

  /** Whether we have given this secret to a browser, so that it may be bound to a login. */
  public Uni<Boolean> knows(BrowserSecret secret) {
    return pool.preparedQuery(KNOWS)
        .execute(SessionRows.parameters(secret.hash()))
        .map(found -> found.iterator().next().getBoolean(0));
  }

  public Uni<Void> begin(BrowserSecret browser, Login login) {
    var state = login.secrets().state();
    return pool.preparedQuery(BEGIN)
        .execute(
            SessionRows.parameters(
                BrowserSecret.hash(state),
                browser.hash(),
                Buffer.buffer(vault.seal(written(login), owner(browser, state))),
                clock.instant().plus(config.loginLife())))
        .replaceWithVoid();
  }

  /** The login that this answer belongs to. It is over with this. */
  public Uni<Optional<Login>> take(BrowserSecret browser, String state) {
    return pool.preparedQuery(TAKE)
        .execute(SessionRows.parameters(BrowserSecret.hash(state), browser.hash()))
        .map(
            found ->
                StreamSupport.stream(found.spliterator(), false)
                    .filter(this::isLive)
                    .findFirst()
                    .flatMap(row -> login(row, browser, state)));
  }

  Uni<Void> clearExpired() {
    return pool.preparedQuery(CLEAR)
        .execute(SessionRows.parameters(clock.instant()))
        .replaceWithVoid();
  }

  private boolean isLive(Row row) {
    return row.getOffsetDateTime("expires_at").toInstant().isAfter(clock.instant());
  }

  private static String written(Login login) {
    var secrets = login.secrets();
    return String.join(
        "\n",
        secrets.nonce(),
        secrets.verifier(),
        login.freshSince() == null ? "" : login.freshSince().toString(),
        login.returnTo());
  }

  private Optional<Login> login(Row row, BrowserSecret browser, String state) {
    var opened = vault.open(SessionRows.bytes(row, "secrets"), owner(browser, state));
    if (opened.isEmpty()) {
      LOG.loginRefused();
    }
    return opened.map(written -> login(written.split("\n", 4), state));
  }

  /** The browser too: nobody else's comes into it by another hash in the row. */
  private static String owner(BrowserSecret browser, String state) {
    return "samsnakk login " + browser.hash() + " " + state;
  }

  private static Login login(String[] written, String state) {
    var since = written[2].isEmpty() ? null : Instant.parse(written[2]);
    return new Login(new LoginSecrets(state, written[0], written[1]), since, written[3]);
  }
}
