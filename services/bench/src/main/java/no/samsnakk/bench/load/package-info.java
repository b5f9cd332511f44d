/**
 * Who loads it: a thousand browsers on one event loop. Everything here happens on that one thread,
 * so that the order of notes is the order of things.
 */
@NullMarked
package no.samsnakk.bench.load;

import org.jspecify.annotations.NullMarked;
