package no.samsnakk.platform.caller;

import org.jspecify.annotations.Nullable;

/**
 * How surely a person was identified, by the Norwegian framework for electronic identification.
 * Issuers' own words are turned into these here, at the border, and never compared elsewhere.
 */
public enum Level {
  LOW,
  SUBSTANTIAL,
  HIGH;

  /** The level of an {@code acr}; what is not known is low. */
  public static Level ofAcr(@Nullable String acr) {
    return switch (acr) {
      case "idporten-loa-high", "Level4", "urn:bankid:bis" -> HIGH;
      case "idporten-loa-substantial", "Level3" -> SUBSTANTIAL;
      case null, default -> LOW;
    };
  }
}
