/** When it is night: what is done once in each. */
@NullMarked
package no.samsnakk.audit.night;

import org.jspecify.annotations.NullMarked;
