@NullMarked
package no.samsnakk.local.directory;

import org.jspecify.annotations.NullMarked;
