/** What the running system says no to, asked without a browser. */
@NullMarked
package no.samsnakk.e2e.border;

import org.jspecify.annotations.NullMarked;
