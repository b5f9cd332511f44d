/** What an earlier version has kept, and whether this one still tells it. */
@NullMarked
package no.samsnakk.e2e.upgrade;

import org.jspecify.annotations.NullMarked;
