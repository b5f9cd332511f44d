/** The port for whoever runs Samsnakk: health, metrics, commands. */
@NullMarked
package no.samsnakk.platform.management;

import org.jspecify.annotations.NullMarked;
