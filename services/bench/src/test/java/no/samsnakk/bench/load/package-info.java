@NullMarked
package no.samsnakk.bench.load;

import org.jspecify.annotations.NullMarked;
