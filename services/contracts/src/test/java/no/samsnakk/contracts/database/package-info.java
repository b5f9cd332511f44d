/** What whoever administers a database can do, for the tests of all services. */
@NullMarked
package no.samsnakk.contracts.database;

import org.jspecify.annotations.NullMarked;
