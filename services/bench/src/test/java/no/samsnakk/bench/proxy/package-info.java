@NullMarked
package no.samsnakk.bench.proxy;

import org.jspecify.annotations.NullMarked;
