/** The figures of each run, and what they say together. */
@NullMarked
package no.samsnakk.bench.report;

import org.jspecify.annotations.NullMarked;
