@NullMarked
package no.samsnakk.bench.history;

import org.jspecify.annotations.NullMarked;
