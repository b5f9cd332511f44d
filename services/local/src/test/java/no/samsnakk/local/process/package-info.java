@NullMarked
package no.samsnakk.local.process;

import org.jspecify.annotations.NullMarked;
