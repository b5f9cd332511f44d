@NullMarked
package no.samsnakk.contracts;

import org.jspecify.annotations.NullMarked;
