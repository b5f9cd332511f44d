/**
 * Measures Samsnakk under load, on real servers and real services of its own, and checks that what
 * was promised under it was kept. Loopback only, bounded in time, leaves nothing running.
 */
@NullMarked
package no.samsnakk.bench;

import org.jspecify.annotations.NullMarked;
