/** What is done to the servers, one thing after the other, and what each shows. */
@NullMarked
package no.samsnakk.bench.phase;

import org.jspecify.annotations.NullMarked;
