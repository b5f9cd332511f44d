@NullMarked
package no.samsnakk.bench;

import org.jspecify.annotations.NullMarked;
