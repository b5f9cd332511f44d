package no.samsnakk.rooms.access;

/** What somebody who sees a room may do in it now; for the screen, which shows nothing else. */
public record May(
    boolean write,
    boolean invite,
    boolean consent,
    boolean approve,
    boolean withdraw,
    boolean openAgain,
    boolean leave,
    boolean retract,
    boolean seeAccessLog) {}
