@NullMarked
package no.samsnakk.local.tls;

import org.jspecify.annotations.NullMarked;
