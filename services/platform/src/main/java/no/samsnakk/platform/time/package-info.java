/** Time comes from an injected clock; a day that people are told of is Norway's. */
@NullMarked
package no.samsnakk.platform.time;

import org.jspecify.annotations.NullMarked;
