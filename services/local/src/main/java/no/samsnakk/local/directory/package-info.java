/** The demo people and their organisations, as {@code deploy/demo/directory.json} has them. */
@NullMarked
package no.samsnakk.local.directory;

import org.jspecify.annotations.NullMarked;
