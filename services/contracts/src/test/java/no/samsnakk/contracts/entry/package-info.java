/** Entries as JSON. */
@NullMarked
package no.samsnakk.contracts.entry;

import org.jspecify.annotations.NullMarked;
