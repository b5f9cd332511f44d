/**
 * What the gateway meets in its tests: a real PostgreSQL, Kafka and Keycloak, and doubles of our
 * own services that repeat what reached them.
 */
@NullMarked
package no.samsnakk.gateway.world;

import org.jspecify.annotations.NullMarked;
