package no.samsnakk.notifications.webpush;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import no.samsnakk.notifications.NotificationsConfig;

/** Knows where push messages may be sent. */
@ApplicationScoped
class PushHosts {
  private static final int LONGEST = 2_000;

  private final List<String> allowed;

  PushHosts(NotificationsConfig config) {
    this.allowed = config.pushHosts();
  }

  /** Whether this is an address at one of the push services. */
  boolean allows(String endpoint) {
    if (endpoint.length() > LONGEST) {
      return false;
    }
    try {
      var uri = new URI(endpoint);
      return uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && allowed.stream().anyMatch(entry -> matches(entry, uri));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean matches(String entry, URI uri) {
    if (entry.contains("://")) {
      return entry.equals(uri.getScheme() + "://" + uri.getRawAuthority());
    }
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    return "https".equals(uri.getScheme())
        && (uri.getPort() == -1 || uri.getPort() == 443)
        && (entry.startsWith("*.") ? host.endsWith(entry.substring(1)) : host.equals(entry));
  }
}
