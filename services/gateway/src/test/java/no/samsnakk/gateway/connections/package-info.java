/** What strangers may cost us before they have said anything. */
@org.jspecify.annotations.NullMarked
package no.samsnakk.gateway.connections;
