/** That no event loop waits (R12), in every test of every service. */
@NullMarked
package no.samsnakk.contracts.blocking;

import org.jspecify.annotations.NullMarked;
