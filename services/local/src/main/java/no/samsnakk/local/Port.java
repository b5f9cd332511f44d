package no.samsnakk.local;

/**
 * The ports, each with its default and its place above {@code SAMSNAKK_PORT_BASE}, which moves all
 * of them (so that tests run beside a running Samsnakk).
 */
public enum Port {
  GATEWAY(8080, 0),
  ROOMS(8081, 1),
  MESSAGING(8082, 2),
  NOTIFICATIONS(8083, 3),
  AUDIT(8084, 4),
  GATEWAY_MANAGEMENT(9080, 10),
  ROOMS_MANAGEMENT(9081, 11),
  MESSAGING_MANAGEMENT(9082, 12),
  NOTIFICATIONS_MANAGEMENT(9083, 13),
  AUDIT_MANAGEMENT(9084, 14),
  KEYCLOAK(8180, 20),
  KEYCLOAK_MANAGEMENT(9180, 21),
  INBOX(8025, 25),
  SMTP(3025, 26),
  POSTGRES(15432, 32),
  KAFKA(19092, 33);

  private final int usual;
  private final int aboveBase;

  Port(int usual, int aboveBase) {
    this.usual = usual;
    this.aboveBase = aboveBase;
  }

  int usual() {
    return usual;
  }

  int above(int base) {
    return base + aboveBase;
  }

  /** The setting that moves this one alone. */
  public String variable() {
    return "SAMSNAKK_" + name() + "_PORT";
  }
}
