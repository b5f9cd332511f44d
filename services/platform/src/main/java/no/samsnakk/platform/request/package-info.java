/**
 * How the requests that people send are read: bodies, queries and addresses, by one rule in each
 * service.
 */
@NullMarked
package no.samsnakk.platform.request;

import org.jspecify.annotations.NullMarked;
