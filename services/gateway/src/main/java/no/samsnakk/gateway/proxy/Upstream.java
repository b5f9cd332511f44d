package no.samsnakk.gateway.proxy;

/** A service that requests are passed on to. */
public enum Upstream {
  ROOMS,
  MESSAGING,
  NOTIFICATIONS,
  AUDIT
}
