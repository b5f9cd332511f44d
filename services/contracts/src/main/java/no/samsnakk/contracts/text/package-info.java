/** What may stand in texts that people write; the same on both sides of the wire. */
@NullMarked
package no.samsnakk.contracts.text;

import org.jspecify.annotations.NullMarked;
