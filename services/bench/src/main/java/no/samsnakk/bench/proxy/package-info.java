/**
 * A TCP proxy that stands between a service and a server and can be told to cut, stall and delay
 * what goes through it, and to lose the answer to a COMMIT. It knows just enough of PostgreSQL's
 * protocol for that.
 */
@NullMarked
package no.samsnakk.bench.proxy;

import org.jspecify.annotations.NullMarked;
