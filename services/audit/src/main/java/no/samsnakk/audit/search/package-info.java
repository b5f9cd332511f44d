/**
 * The auditor's search: who saw what in her organisation's name, in the rooms it has a seat in. The
 * search is an entry with her reason, written in the transaction that reads (R6), and stands in its
 * own answer.
 */
@NullMarked
package no.samsnakk.audit.search;

import org.jspecify.annotations.NullMarked;
