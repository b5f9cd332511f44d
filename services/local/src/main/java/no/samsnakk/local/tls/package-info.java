/** Certificates of an authority of our own, for {@code SAMSNAKK_TLS}. */
@NullMarked
package no.samsnakk.local.tls;

import org.jspecify.annotations.NullMarked;
