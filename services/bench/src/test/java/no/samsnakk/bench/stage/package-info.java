@NullMarked
package no.samsnakk.bench.stage;

import org.jspecify.annotations.NullMarked;
