package no.samsnakk.gateway.headers;

import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import no.samsnakk.platform.settings.ServiceSettings;

/** What every answer carries, whoever it comes from: page, file, API, redirect or refusal. */
@ApplicationScoped
public class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self' %s; manifest-src 'self'; worker-src 'self';"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

  /** Nothing that a chat needs, so nothing that a script that got in may use. */
  private static final String PERMISSIONS =
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(),"
          + " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(),"
          + " picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(),"
          + " xr-spatial-tracking=()";

  private final Map<String, String> headers = new LinkedHashMap<>();

  @Inject
  SecurityHeaders(ServiceSettings settings) {
    this(settings.origin());
  }

  SecurityHeaders(String origin) {
    // Some browsers do not count a socket as 'self', so its address is named too.
    headers.put("Content-Security-Policy", POLICY.formatted(origin.replaceFirst("^http", "ws")));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Permissions-Policy", PERMISSIONS);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    // Of localhost it would be remembered for whatever else is tried out on this machine.
    if (origin.startsWith("https:") && !"localhost".equals(URI.create(origin).getHost())) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  /** Puts them among an answer's. */
  public void put(MultiMap answers) {
    headers.forEach(answers::set);
  }
}
