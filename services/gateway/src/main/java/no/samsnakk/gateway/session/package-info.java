/** Sessions: a cookie in the browser, everything else in the database (R10). */
@NullMarked
package no.samsnakk.gateway.session;

import org.jspecify.annotations.NullMarked;
