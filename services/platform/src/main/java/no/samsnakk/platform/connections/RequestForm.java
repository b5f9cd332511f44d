package no.samsnakk.platform.connections;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.NetUtil;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import no.samsnakk.platform.request.Addresses;

/**
 * What a request to us looks like (RFC 9112, section 3): a path, as text, and one {@code Host} with
 * a name or an address and nothing else in it. {@code *} and an authority are for others to answer.
 */
final class RequestForm {
  private static final Set<HttpVersion> VERSIONS =
      Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

  /** The signs of RFC 3986. */
  private static final Pattern ORIGIN_FORM =
      Pattern.compile("/[\\w.~!$&'()*+,;=:@%/-]*(?:\\?[\\w.~!$&'()*+,;=:@%/?-]*)?");

  /** Signs that are none of them, which browsers send in a path as they are typed (WHATWG URL). */
  private static final Pattern TYPED_IN_PATH = Pattern.compile("[\\[\\]|]");

  /** The same of a query. */
  private static final Pattern TYPED_IN_QUERY = Pattern.compile("[\\[\\]|{}^\\\\`]");

  private static final Pattern ABSOLUTE_FORM =
      Pattern.compile("(?i:https?)://(?<host>[^/?]+)(?<path>/.*)?");
  private static final Pattern HOST =
      Pattern.compile("(?:\\[(?<v6>[0-9A-Fa-f:.]{2,45})]|[A-Za-z0-9._-]{1,253})(?::[0-9]{1,5})?");
  private static final int NO_PORT = -1;

  private RequestForm() {}

  /**
   * Whether it is one. Where it says the host before its path too, the path alone is left, and the
   * {@code Host} is that one (section 3.2.2): nobody behind this sees two. What a browser leaves as
   * it was typed is encoded.
   */
  static boolean isReadable(HttpRequest request) {
    return request.decoderResult().isSuccess()
        && VERSIONS.contains(request.protocolVersion())
        && isHost(request.headers().getAll(HttpHeaderNames.HOST))
        && isAddress(inOriginForm(request));
  }

  private static String inOriginForm(HttpRequest request) {
    var absolute = ABSOLUTE_FORM.matcher(request.uri());
    if (absolute.matches() && isHost(List.of(absolute.group("host")))) {
      request.headers().set(HttpHeaderNames.HOST, absolute.group("host"));
      request.setUri(Objects.requireNonNullElse(absolute.group("path"), "/"));
    }
    request.setUri(encoded(request.uri()));
    return request.uri();
  }

  private static String encoded(String address) {
    int query = address.indexOf('?');
    return query < 0
        ? encoded(address, TYPED_IN_PATH)
        : encoded(address.substring(0, query), TYPED_IN_PATH)
            + encoded(address.substring(query), TYPED_IN_QUERY);
  }

  private static String encoded(String part, Pattern typed) {
    return typed.matcher(part).replaceAll(sign -> "%%%02X".formatted((int) sign.group().charAt(0)));
  }

  private static boolean isAddress(String address) {
    return ORIGIN_FORM.matcher(address).matches() && Addresses.areText(address);
  }

  /** Vert.x takes less for a host, or more, but has to find one too. */
  private static boolean isHost(List<String> hosts) {
    var host = HOST.matcher(hosts.size() == 1 ? hosts.getFirst() : "");
    return host.matches()
        && (host.group("v6") == null || NetUtil.isValidIpV6Address(host.group("v6")))
        && HostAndPort.parseAuthority(host.group(), NO_PORT) != null;
  }
}
