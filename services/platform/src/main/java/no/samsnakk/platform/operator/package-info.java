/** What lets whoever runs Samsnakk in, at the management port of a service. */
@NullMarked
package no.samsnakk.platform.operator;

import org.jspecify.annotations.NullMarked;
