/** How much time, memory and processor it took. */
@NullMarked
package no.samsnakk.bench.measure;

import org.jspecify.annotations.NullMarked;
