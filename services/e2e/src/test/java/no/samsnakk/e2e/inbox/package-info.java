/** What arrives outside Samsnakk: the caught e-mail. */
@NullMarked
package no.samsnakk.e2e.inbox;

import org.jspecify.annotations.NullMarked;
