/** What it takes to run PostgreSQL from its bare binaries, as any user, root included. */
@NullMarked
package no.samsnakk.local.postgres;

import org.jspecify.annotations.NullMarked;
