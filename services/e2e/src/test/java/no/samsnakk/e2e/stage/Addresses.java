package no.samsnakk.e2e.stage;

/**
 * Where people find things, as origins.
 *
 * @param app the one address
 * @param keycloak where they sign in
 * @param inbox where the caught e-mail is shown
 */
public record Addresses(String app, String keycloak, String inbox) {}
