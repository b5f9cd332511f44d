/** What every service is told about itself and the world around it. */
@NullMarked
package no.samsnakk.platform.settings;

import org.jspecify.annotations.NullMarked;
