@NullMarked
package no.samsnakk.local;

import org.jspecify.annotations.NullMarked;
