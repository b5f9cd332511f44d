/** Whether the service's tables are what it was written for. */
@NullMarked
package no.samsnakk.platform.schema;

import org.jspecify.annotations.NullMarked;
