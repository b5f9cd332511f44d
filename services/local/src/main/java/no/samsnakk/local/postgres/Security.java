package no.samsnakk.local.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;

/**
 * How a client connects to PostgreSQL.
 *
 * @param mode in PostgreSQL's own words: {@code SAMSNAKK_DATABASE_SECURITY}
 * @param truststore PEM file with the authorities that it believes: {@code
 *     SAMSNAKK_DATABASE_TRUSTSTORE}
 */
public record Security(String mode, String truststore) {
  /** Believes nobody who is not called as the address says, by one of the authorities. */
  public static final String VERIFIED = "verify-full";

  /** In the clear. */
  public static final Security NONE = new Security("disable", "");

  public static Security verified(Path truststore) {
    return new Security(VERIFIED, truststore.toString());
  }

  /** What a JDBC URL has at its end. */
  public String parameters() {
    return equals(NONE)
        ? ""
        : "?sslmode=" + mode + "&sslrootcert=" + URLEncoder.encode(truststore, UTF_8);
  }
}
