/**
 * Samsnakk on one machine: a real PostgreSQL, a real Kafka broker, a real Keycloak and a mail
 * catcher beside the services, none of them in a container.
 *
 * <p>{@link no.samsnakk.local.LocalPostgres} and {@link no.samsnakk.local.LocalKafka} are also what
 * the other modules' tests run against, so that nothing there is a mock of what we run.
 */
@NullMarked
package no.samsnakk.local;

import org.jspecify.annotations.NullMarked;
