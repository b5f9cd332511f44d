/** The browser that people use, and what must be so on every screen whoever looks at it. */
@NullMarked
package no.samsnakk.e2e.browser;

import org.jspecify.annotations.NullMarked;
