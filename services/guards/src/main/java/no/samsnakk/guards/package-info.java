/**
 * Takes out each guard of the rules R1 to R12, one at a time, and demands that the test named
 * beside it fails.
 *
 * <pre>
 *   docs/guards/R*.md ──▶ Pages ──▶ Guard ──▶ Tree (a copy, without it) ──▶ Trial: its one test
 *                                                                            │
 *                                             Found · Missed · Broken ◀── Report (JUnit's XML)
 * </pre>
 *
 * <p>The pages are the list: a person reads in them what guards a rule, and this reads out of them
 * what to take away. A guard stands there as the lines that are taken out and those that take their
 * place, without line numbers; the tests of this package see to it in every run that the lines
 * stand exactly once in the file, and that the test exists.
 */
@NullMarked
package no.samsnakk.guards;

import org.jspecify.annotations.NullMarked;
