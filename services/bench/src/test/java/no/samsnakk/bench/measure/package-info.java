@NullMarked
package no.samsnakk.bench.measure;

import org.jspecify.annotations.NullMarked;
