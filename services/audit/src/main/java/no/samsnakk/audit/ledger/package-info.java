/**
 * The log itself: entries in a row, each carrying the hash of the one before.
 *
 * <p><b>The chain (R7).</b> Entry number {@code seq} is the bytes {@code canonical}, and
 *
 * <pre>
 *   hash(seq) = SHA-256( hash(seq - 1) || canonical(seq) )      hash(0) = 32 zero bytes
 * </pre>
 *
 * so that the hash of the newest entry, the <em>head</em>, stands for every entry before it, for
 * its place and for its every byte: to change, remove, insert or move one and still arrive at the
 * same head one would have to find a second pre-image of SHA-256. {@code canonical} itself contains
 * {@code seq}, so an entry cannot stand in another's place. What it looks like is told in {@link
 * no.samsnakk.audit.ledger.Canonical}; anybody can write a reader for it.
 *
 * <p><b>One after the other, without gaps.</b> Whoever appends first locks the row {@code ledger}
 * of {@code turn}, which no other service's role can, until his transaction ends, and only then, in
 * a statement of its own and so with a fresh snapshot, reads the head. Any number of instances may
 * append; they take turns, a batch at a time. A transaction that fails has used no number. Should
 * the lock ever fail, the primary key lets only one of two equal numbers in.
 *
 * <p><b>Once.</b> A repeat (R12) is what the same service tells under the same id with the same
 * content; it is looked up under the lock, left out and changes nothing. Anything else is an entry
 * of its own: nobody keeps another out by telling one with its id first. Where the same teller has
 * told two contents under one id, whoever appends hears which.
 *
 * <p><b>Who can change it.</b> The running service's role may SELECT and INSERT; UPDATE, DELETE and
 * TRUNCATE are refused by PostgreSQL, and it owns nothing that it could alter. PostgreSQL also
 * checks each hash against its content as the row goes in. The owner of the schema and the
 * superuser can still do as they like: the chain does not hinder them, it betrays them. {@link
 * no.samsnakk.audit.ledger.LedgerVerifier} finds the first entry that does not follow from those
 * before it.
 *
 * <p><b>What a chain alone cannot show</b> is that its newest entries were cut off, or all of it
 * written anew. For that somebody outside has to hold a head. The feature {@code checkpoint}, a
 * package beside this one, will sign heads and publish them, and an independent checker that shares
 * no code with this package will take it from there; until then the verifier can be given a head
 * that somebody has kept, such as the one in every auditor's answer.
 *
 * <p><b>Ids only.</b> An entry names nobody: it holds ids, and whoever displays it looks the names
 * up. So a name can be corrected without touching the log.
 */
@NullMarked
package no.samsnakk.audit.ledger;

import org.jspecify.annotations.NullMarked;
