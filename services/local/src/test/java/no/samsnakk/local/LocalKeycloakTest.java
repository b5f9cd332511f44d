package no.samsnakk.local;

import org.junit.jupiter.api.Test;

class LocalKeycloakTest {
  @Test
  void starts() {
    long t = System.nanoTime();
    try (LocalPostgres postgres = LocalPostgres.temporary();
        LocalKeycloak keycloak = LocalKeycloak.temporary(postgres, "http://localhost:8080")) {
      System.out.println(keycloak.issuer() + " after " + (System.nanoTime() - t) / 1e9);
    }
  }
}
