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

  /** The signs of RFC 3986, and brackets in a query, which browsers leave as they are. */
  private static final Pattern ORIGIN_FORM =
      Pattern.compile("/[\\w.~!$&'()*+,;=:@%/-]*(?:\\?[\\w.~!$&'()*+,;=:@%/?\\[\\]-]*)?");

  private static final Pattern ABSOLUTE_FORM =
      Pattern.compile("(?i:https?)://(?<host>[^/?]+)(?<path>/.*)?");
  private static final Pattern HOST =
      Pattern.compile("(?:\\[(?<v6>[0-9A-Fa-f:.]{2,45})]|[A-Za-z0-9._-]{1,253})(?::[0-9]{1,5})?");
  private static final int NO_PORT = -1;

  private RequestForm() {}

  /**
   * Whether it is one. Where it says the host before its path too, the path alone is left, and the
   * {@code Host} is that one (section 3.2.2): nobody behind this sees two.
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
    return request.uri();
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
