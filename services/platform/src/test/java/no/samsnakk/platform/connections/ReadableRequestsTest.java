package no.samsnakk.platform.connections;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As it stands in a connection; what the ports answer is each service's own test. */
class ReadableRequestsTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String UNREADABLE = "GET /%00";

  private final List<String> hosts = new ArrayList<>();
  private final EmbeddedChannel connection = new EmbeddedChannel(new HttpRequestDecoder());

  ReadableRequestsTest() {
    assertThat(ReadableRequests.watch(connection.pipeline())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%zz",
        "/%",
        "/%4",
        "/%FF",
        "/\u0001",
        "/\u00e6",
        "/a#b",
        "/a\"b",
        "/<a>",
        "/a\\b",
        "/a^b",
        "/a`b",
        "/{a}",
        "/?a=<b>",
        "/?a=\"b\"",
        "x",
        "*",
        "?a",
        "http://me@localhost/",
        "http://localhost:99999/",
        "http:///a",
        "http://localhost/%zz",
        "ftp://localhost/"
      })
  void R9_an_address_that_is_none_goes_no_further(String address) {
    assertThat(read("GET " + address + " HTTP/1.1\r\n" + HOST + "\r\n"))
        .containsExactly(UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host:\r\n",
        "Host: me@localhost\r\n",
        "Host: [evil\r\n",
        "Host: [:::::]\r\n",
        "Host: a b\r\n",
        "Host: a/b\r\n",
        "Host: localhost:x\r\n",
        "Host: localhost:99999\r\n",
        HOST + HOST
      })
  void R9_nor_does_a_request_whose_host_is_none_or_several(String host) {
    assertThat(read("GET /17868410183 HTTP/1.1\r\n" + host + "\r\n")).containsExactly(UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.2", "HTTP/2.0", "HTTP/1.1 x", "17868410183", ""})
  void nor_one_that_is_not_HTTP_1(String version) {
    assertThat(read("GET /17868410183 " + version + "\r\n" + HOST + "\r\n"))
        .containsExactly(UNREADABLE);
  }

  @Test
  void nothing_behind_it_is_heard() {
    assertThat(
            read(
                "POST /%zz HTTP/1.1\r\n"
                    + HOST
                    + "Content-Length: 1\r\n\r\nxGET / HTTP/1.1\r\n"
                    + HOST
                    + "\r\n"))
        .containsExactly(UNREADABLE);
    assertThat(read("GET / HTTP/1.1\r\n" + HOST + "\r\n")).isEmpty();
  }

  @Test
  void who_asks_for_a_head_gets_one() {
    assertThat(read("HEAD /%zz HTTP/1.1\r\n" + HOST + "\r\n")).containsExactly("HEAD /%00");
  }

  @Test
  void a_method_that_nobody_knows_is_another() {
    assertThat(read("M17868410183 /a HTTP/1.1\r\n" + HOST + "\r\n")).containsExactly("OTHER /a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a?b=c&d=%C3%A6", "/rooms/0199?a;b", "/%20", "//"})
  void what_can_be_read_goes_on_as_it_is(String address) {
    var request = "GET " + address + " HTTP/1.1\r\n" + HOST + "\r\n";

    assertThat(read(request + request)).containsExactly("GET " + address, "GET " + address);
  }

  /** As the URL Standard has it: who types one gets the page, or the app's word that it is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a|b[c] /a%7Cb%5Bc%5D",
        "/?a={b|c}^\\`[d] /?a=%7Bb%7Cc%7D%5E%5C%60%5Bd%5D",
        "http://localhost/a|b /a%7Cb"
      })
  void what_browsers_leave_as_it_was_typed_goes_on_encoded(String typed, String encoded) {
    assertThat(read("GET " + typed + " HTTP/1.1\r\n" + HOST + "\r\n"))
        .containsExactly("GET " + encoded);
  }

  @Test
  void an_address_with_its_host_before_it_is_read_as_if_that_were_the_host() {
    assertThat(read("GET http://evil.example/a?b HTTP/1.1\r\n" + HOST + "\r\n"))
        .containsExactly("GET /a?b");
    assertThat(hosts).endsWith("evil.example");
    assertThat(read("GET HTTPS://evil.example HTTP/1.1\r\n" + HOST + "\r\n"))
        .containsExactly("GET /");
  }

  /** The requests that come through, whose contents end. */
  private List<String> read(String octets) {
    connection.writeInbound(Unpooled.copiedBuffer(octets, ISO_8859_1));
    var requests = new ArrayList<String>();
    for (Object read = connection.readInbound(); read != null; read = connection.readInbound()) {
      if (read instanceof HttpRequest request) {
        hosts.add(request.headers().get("Host"));
        requests.add(request.method() + " " + request.uri());
      } else {
        assertThat(read).isInstanceOf(HttpContent.class);
      }
      ReferenceCountUtil.release(read);
    }
    return requests;
  }
}
