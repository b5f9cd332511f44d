/**
 * What the services send by e-mail is caught here and shown on a page; nothing leaves the machine.
 */
@NullMarked
package no.samsnakk.local.mail;

import org.jspecify.annotations.NullMarked;
