/**
 * Web Push: one short signal to each browser that a person said yes on. It says whether there is
 * something to read or something to answer, and nothing else (R9).
 *
 * <p><b>Whom we call.</b> The address to send to comes from a browser, so anybody who is signed in
 * can write one himself. It is taken only if it is https at one of the browsers' own push services
 * (configuration), and no redirect is followed: our network cannot be reached through us.
 */
@NullMarked
package no.samsnakk.notifications.webpush;

import org.jspecify.annotations.NullMarked;
