/** What every answer carries. */
@NullMarked
package no.samsnakk.gateway.headers;

import org.jspecify.annotations.NullMarked;
