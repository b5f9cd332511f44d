/** What a service waits for before it begins. */
@NullMarked
package no.samsnakk.platform.start;

import org.jspecify.annotations.NullMarked;
