/**
 * {@code ./samsnakk bench --faults}: breaks one part after the other while people write, from a
 * plan that a seed makes again, and then decides whether every promise was kept. What each finding
 * means stands in {@code docs/faults.md}.
 */
@NullMarked
package no.samsnakk.bench.fault;

import org.jspecify.annotations.NullMarked;
