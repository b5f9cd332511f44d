@NullMarked
package no.samsnakk.bench.fault;

import org.jspecify.annotations.NullMarked;
