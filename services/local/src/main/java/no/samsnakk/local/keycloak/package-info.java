/** Keycloak's distribution made ready: unpacked, built once, given realms, people and themes. */
@NullMarked
package no.samsnakk.local.keycloak;

import org.jspecify.annotations.NullMarked;
