/**
 * What the clients noted and what the server kept, and whether the one can be true of the other.
 * The checker knows nothing of how the server works; it knows R2, R3, R4 and R6.
 */
@NullMarked
package no.samsnakk.bench.history;

import org.jspecify.annotations.NullMarked;
