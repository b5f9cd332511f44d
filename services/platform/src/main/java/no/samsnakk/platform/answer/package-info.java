/** Where what went wrong becomes an answer, after the log has heard of it. */
@NullMarked
package no.samsnakk.platform.answer;

import org.jspecify.annotations.NullMarked;
