/**
 * The gateway: the one origin that browsers know. It signs people in, keeps their tokens (R10),
 * serves the web app, and passes REST and sockets on. A reader starts at {@code entrance}.
 */
@NullMarked
package no.samsnakk.gateway;

import org.jspecify.annotations.NullMarked;
