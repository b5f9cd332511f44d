package no.samsnakk.messaging.wire.socket;

import io.quarkus.websockets.next.UserData.TypedKey;
import no.samsnakk.messaging.wire.connection.Tcp;
import no.samsnakk.platform.ticket.Ticket;

/**
 * What the check at the upgrade hands to the socket: whose it is, and the connection below.
 *
 * @param hasPlace or it is one too many, and let in only to hear that: a page hears no status
 */
record Admission(Ticket ticket, Tcp tcp, boolean hasPlace) {
  static final TypedKey<Admission> KEY = new TypedKey<>("admission");
}
