package no.samsnakk.bench.people;

import no.samsnakk.bench.measure.Latency;

/**
 * How long live messages took from when they were accepted until somebody else had them.
 *
 * @param near where one instance serves both
 * @param far where it has to come from another
 */
public record Delivery(Latency near, Latency far) {}
