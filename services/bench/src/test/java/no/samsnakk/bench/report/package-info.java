@NullMarked
package no.samsnakk.bench.report;

import org.jspecify.annotations.NullMarked;
