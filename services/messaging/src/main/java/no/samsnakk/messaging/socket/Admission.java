package no.samsnakk.messaging.socket;

import io.quarkus.websockets.next.UserData.TypedKey;
import no.samsnakk.messaging.connection.Tcp;
import no.samsnakk.platform.ticket.Ticket;

/** What the check at the upgrade hands to the socket: whose it is, and the connection below. */
record Admission(Ticket ticket, Tcp tcp) {
  static final TypedKey<Admission> KEY = new TypedKey<>("admission");
}
