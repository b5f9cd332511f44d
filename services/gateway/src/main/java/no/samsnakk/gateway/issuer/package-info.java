/** The OpenID Connect provider, through Nimbus' SDK: the one place that speaks with Keycloak. */
@NullMarked
package no.samsnakk.gateway.issuer;

import org.jspecify.annotations.NullMarked;
