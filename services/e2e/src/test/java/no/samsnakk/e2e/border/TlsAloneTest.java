package no.samsnakk.e2e.border;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import no.samsnakk.e2e.people.Participant;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Listening;
import no.samsnakk.e2e.stage.Samsnakk;
import no.samsnakk.e2e.wire.ClientIds;
import no.samsnakk.e2e.wire.Visitor;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalService;
import no.samsnakk.local.Secrets;
import no.samsnakk.local.Service;
import no.samsnakk.local.Settings;
import no.samsnakk.local.process.ChildFailed;
import no.samsnakk.local.process.Ports;
import no.samsnakk.local.tls.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * With {@code SAMSNAKK_TLS=true} the story is told over TLS everywhere, and nobody listens in the
 * clear. Before the stage is set: two Samsnakk at once are one too many for a small machine.
 */
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsAloneTest {
  private static final int POSTGRES = 32;

  /** Ours, with their management. */
  private static final List<Integer> SERVICES = List.of(0, 1, 2, 3, 4, 10, 11, 12, 13, 14);

  /** Everything that docs/operations/ports.md lists, from its base. */
  private static final List<Integer> PORTS =
      List.of(0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 25, 26, POSTGRES, 33);

  private final Samsnakk samsnakk = Samsnakk.encrypted();
  private final Set<Integer> talking = new TreeSet<>();

  @BeforeAll
  void up() {
    samsnakk.up();
  }

  @AfterAll
  void down() {
    samsnakk.close();
  }

  @Test
  void theStoryIsTold() {
    Visitor kari = visitor("kari.kommunepsykolog");
    Visitor are = visitor("are.nordmann");
    String roomId = ClientIds.next();
    kari.asks(
        "PUT",
        "/api/rooms/" + roomId,
        Map.of(
            "asRoleId",
            kari.gets("/api/me").at("/roles/0/roleId").asText(),
            "patient",
            Map.of("identityNumber", "11858910082", "name", "Are Nordmann"),
            "purpose",
            "Ingen andre hører på",
            "invitedRoleIds",
            List.of()));
    String version = are.gets("/api/consent-texts/current").path("version").asText();
    String room = "/api/rooms/" + roomId;
    are.asks("POST", room + "/consent", Patient.yesTo(are.gets(room), version));

    try (var karis = kari.opensASocket();
        var ares = are.opensASocket()) {
      String open = "{\"type\":\"open\",\"roomId\":\"%s\",\"afterSeq\":0}".formatted(roomId);
      ares.send(open).hears("opened");
      karis.send(open).hears("opened");
      karis.send(Participant.sendFrame(new Room(roomId, "", ""), "Hei, Are")).hears("accepted");
      assertThat(ares.hears("message").at("/message/body").asText()).isEqualTo("Hei, Are");
    }
    await()
        .untilAsserted(
            () ->
                assertThat(actions(are.gets("/api/access-log/rooms/" + roomId)))
                    .contains("MESSAGE_SENT", "CONSENT_GIVEN"));
    await()
        .untilAsserted(
            () -> assertThat(samsnakk.state().resolve("data/mail")).isNotEmptyDirectory());
  }

  private Visitor visitor(String username) {
    Visitor visitor = new Visitor(samsnakk.addresses().app(), ours());
    visitor.signsInAs(username);
    return visitor;
  }

  private static List<String> actions(JsonNode log) {
    return log.path("items").findValuesAsText("action");
  }

  @Test
  void nobodyListensButWithACertificateOfOurAuthority() throws IOException {
    assertThat(talking()).containsAll(PORTS.stream().map(samsnakk::port).toList());
    for (int port : talking()) {
      assertThat(answersInTheClear(port)).as("in the clear on " + port).isFalse();
      try (SSLSocket socket = handshake(port, ours())) {
        assertThat(socket.getSession().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
        // Decision 38.
        assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
      }
    }
  }

  @Test
  void whoBelievesAnotherAuthorityDoesNotTakeThemForOurs(@TempDir Path other) throws IOException {
    var another = new Certificates(other, "another-password", Clock.systemUTC()).trust();

    for (int port : talking()) {
      assertThatThrownBy(() -> handshake(port, another).close())
          .as("on " + port)
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("PKIX");
    }
  }

  @Test
  void aServiceThatBelievesAnotherAuthorityDoesNotStart(@TempDir Path other) {
    Path another = new Certificates(other, "another-password", Clock.systemUTC()).authority();
    Map<String, String> told =
        Map.of(
            "SAMSNAKK_TLS",
            "true",
            "SAMSNAKK_PORT_BASE",
            "" + samsnakk.port(0),
            "SAMSNAKK_NOTIFICATIONS_PORT",
            "" + Ports.free(),
            "SAMSNAKK_NOTIFICATIONS_MANAGEMENT_PORT",
            "" + Ports.free(),
            "SAMSNAKK_ARCHIVES",
            "false",
            "SAMSNAKK_DATABASE_TRUSTSTORE",
            another.toString());
    Home home = new Home(Home.find().root(), samsnakk.state());
    Secrets secrets = new Secrets(samsnakk.state().resolve("secrets"), told);
    String label = "unbelieving";

    assertThatThrownBy(
            () ->
                LocalService.start(home, new Settings(told), secrets, Service.NOTIFICATIONS, label))
        .isInstanceOf(ChildFailed.class);

    assertThat(samsnakk.log(label)).anyMatch(line -> line.contains("PKIX"));
  }

  @Test
  void theServicesAreConnectedToPostgresqlByTls() throws SQLException {
    String url =
        samsnakk.superuserJdbcUrl("samsnakk")
            + "&sslmode=verify-full&sslrootcert="
            + samsnakk.state().resolve("secrets/tls/authority.pem");
    String question =
        "select count(*), count(*) filter (where ssl) from pg_stat_activity"
            + " join pg_stat_ssl using (pid) where client_addr is not null";
    try (Connection superuser = DriverManager.getConnection(url);
        var rows = superuser.createStatement().executeQuery(question)) {
      rows.next();
      assertThat(rows.getInt(1)).isGreaterThan(5).isEqualTo(rows.getInt(2));
    }
  }

  /**
   * Where somebody says anything at all. Keycloak's transactions hold a port on which nobody ever
   * takes a connection: its number is the number of the process.
   */
  private Set<Integer> talking() throws IOException {
    if (talking.isEmpty()) {
      for (int port : Listening.ports(samsnakk.pids())) {
        if (isKnown(port) || !isSilent(port)) {
          talking.add(port);
        }
      }
    }
    return talking;
  }

  private boolean isKnown(int port) {
    return PORTS.stream().map(samsnakk::port).anyMatch(it -> it == port);
  }

  private static boolean isSilent(int port) throws IOException {
    try (Socket socket = asked(port)) {
      start(socket.getInputStream());
      return false;
    } catch (SocketTimeoutException silent) {
      return true;
    }
  }

  private SSLContext ours() {
    return new Certificates(
            samsnakk.state().resolve("secrets/tls"),
            samsnakk.secret("SAMSNAKK_TLS_AUTHORITY_PASSWORD"),
            Clock.systemUTC())
        .trust();
  }

  private SSLSocket handshake(int port, SSLContext trust) throws IOException {
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
    plain.setSoTimeout(10_000);
    if (port == samsnakk.port(POSTGRES)) {
      // PostgreSQL is asked first whether it can.
      plain.getOutputStream().write(ByteBuffer.allocate(8).putInt(8).putInt(80877103).array());
      assertThat(plain.getInputStream().read()).isEqualTo('S');
    }
    var socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, "localhost", port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (SERVICES.stream().map(samsnakk::port).anyMatch(it -> it == port)) {
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Whether somebody answers there who was asked without TLS, as a web or a mail server does. */
  private static boolean answersInTheClear(int port) throws IOException {
    try (Socket socket = asked(port)) {
      String answer = start(socket.getInputStream());
      return Stream.of("HTTP/", "220").anyMatch(answer::startsWith);
    } catch (SocketTimeoutException silent) {
      return false;
    }
  }

  private static Socket asked(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(2_000);
    String request = "GET / HTTP/1.1\r\nHost: localhost:%d\r\n\r\n".formatted(port);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String start(InputStream in) throws SocketTimeoutException {
    try {
      return new String(in.readNBytes(5), StandardCharsets.US_ASCII);
    } catch (SocketTimeoutException silent) {
      throw silent;
    } catch (IOException cutOff) {
      return "";
    }
  }
}
