/** What has to run before anybody can act: all of Samsnakk, one Chromium, the cast. */
@NullMarked
package no.samsnakk.e2e.stage;

import org.jspecify.annotations.NullMarked;
