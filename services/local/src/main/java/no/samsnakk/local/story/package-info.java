/**
 * The story that a demo begins with, told by its own people through the ordinary doors: the
 * stand-in for BankID, REST and the socket, all by the gateway. What the log says of it has
 * happened.
 */
@NullMarked
package no.samsnakk.local.story;

import org.jspecify.annotations.NullMarked;
