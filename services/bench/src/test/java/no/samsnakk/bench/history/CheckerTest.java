package no.samsnakk.bench.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.samsnakk.bench.history.Finding.Kind;
import org.junit.jupiter.api.Test;

/** R2 and R4: each way to break the promise is found, and nothing else is. */
class CheckerTest {
  private static final UUID ROOM = new UUID(0, 1);
  private static final UUID ELSEWHERE = new UUID(0, 2);

  private final List<Note> notes = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  @Test
  void aHistoryThatKeepsItsPromiseHasNoFindings() {
    isSent(1);
    isSent(2);
    isAcknowledged(2, 1);
    isAcknowledged(1, 2);
    isSeen(7, 2, 1);
    isSeen(7, 1, 2);
    isKept(2, 1);
    isKept(1, 2);

    finds();
  }

  @Test
  void whatWasNeverAnsweredMayBeKeptOrNot() {
    isSent(1);
    isSent(2);
    isNeverAnswered(1);
    isNeverAnswered(2);
    isKept(2, 1);

    finds();
  }

  @Test
  void aRepeatThatGetsTheSameAnswerIsTheSameMessage() {
    isSent(1);
    isNeverAnswered(1);
    isSent(1);
    isAcknowledged(1, 1);
    isSent(2);
    isAcknowledged(2, 2);
    isSent(1);
    isAcknowledged(1, 1);
    isKept(1, 1);
    isKept(2, 2);

    finds();
  }

  @Test
  void aViewerMayMissOne() {
    isSent(1);
    isSent(2);
    isAcknowledged(1, 1);
    isAcknowledged(2, 2);
    isSeen(7, 2, 2);
    isKept(1, 1);
    isKept(2, 2);

    finds();
  }

  @Test
  void whatWasAcknowledgedAndIsNotInHistoryIsLost() {
    isSent(1);
    isAcknowledged(1, 1);

    finds(Kind.LOST);
  }

  @Test
  void whatWasShownAndIsNotInHistoryIsLost() {
    isSent(1);
    isSeen(7, 1, 1);

    finds(Kind.LOST);
  }

  @Test
  void theLastOneOfARoomIsMissedThoughNoGapShowsIt() {
    isSent(1);
    isAcknowledged(1, 1);
    isSent(2);
    isAcknowledged(2, 2);
    isKept(1, 1);

    finds(Kind.LOST);
  }

  @Test
  void whatStandsTwiceInHistoryIsDoubled() {
    isSent(1);
    isAcknowledged(1, 1);
    isKept(1, 1);
    isKept(1, 2);

    finds(Kind.DOUBLED, Kind.DOUBLED);
  }

  @Test
  void aRepeatThatGetsAnotherNumberIsDoubled() {
    isSent(1);
    isAcknowledged(1, 1);
    isSent(1);
    isAcknowledged(1, 2);
    isKept(1, 1);

    finds(Kind.DOUBLED);
  }

  @Test
  void whatWasRefusedAndIsKeptAllTheSameIsFound() {
    isSent(1);
    notes.add(new Note.Refused(id(1)));
    isKept(1, 1);

    finds(Kind.DOUBLED);
  }

  @Test
  void aLaterOneWithALowerNumberIsOutOfOrder() {
    isSent(1);
    isAcknowledged(1, 2);
    isSent(2);
    isAcknowledged(2, 1);
    isKept(1, 2);
    isKept(2, 1);

    finds(Kind.OUT_OF_ORDER);
  }

  @Test
  void aViewerWhoSeesThemTheOtherWayRoundIsFound() {
    isSent(1);
    isSent(2);
    isAcknowledged(1, 1);
    isAcknowledged(2, 2);
    isSeen(7, 2, 2);
    isSeen(7, 1, 1);
    isKept(1, 1);
    isKept(2, 2);

    finds(Kind.OUT_OF_ORDER);
  }

  @Test
  void aMissingNumberIsAGap() {
    isSent(1);
    isSent(2);
    isAcknowledged(1, 1);
    isAcknowledged(2, 3);
    isKept(1, 1);
    isKept(2, 3);

    finds(Kind.GAP);
  }

  @Test
  void twoMessagesUnderOneNumberAreAGap() {
    isSent(1);
    isSent(2);
    isAcknowledged(1, 1);
    isAcknowledged(2, 1);
    isKept(1, 1);
    isKept(2, 1);

    finds(Kind.GAP);
  }

  @Test
  void whatNobodySentIsInvented() {
    isKept(1, 1);

    finds(Kind.INVENTED);
  }

  @Test
  void roomsDoNotDisturbEachOther() {
    isSent(1);
    isAcknowledged(1, 1);
    notes.add(new Note.Invoked(ELSEWHERE, id(2)));
    isAcknowledged(2, 1);
    isKept(1, 1);
    kept.add(new Kept(ELSEWHERE, 1, id(2)));

    finds();
  }

  @Test
  void whoBeginsAgainMaySeeOldOnesAgain() {
    isSent(1);
    isSent(2);
    isAcknowledged(1, 1);
    isAcknowledged(2, 2);
    isSeen(7, 2, 2);
    notes.add(new Note.Forgotten(7, ROOM));
    isSeen(7, 1, 1);
    isSeen(7, 2, 2);
    isKept(1, 1);
    isKept(2, 2);

    finds();
  }

  @Test
  void whatWasCommittedBeforeTheWithdrawalMayStillArriveAfterIt() {
    isKeptAndAcknowledged(1, 1);
    accessEnds(7, 2);
    isSeen(7, 1, 1, 1);

    finds();
  }

  @Test
  void whatWasCommittedAfterTheWithdrawalIsSeenWithoutAccess() {
    isKeptAndAcknowledged(1, 1);
    accessEnds(7, 2);
    isSeen(7, 1, 1, 2);

    finds(Kind.SEEN_WITHOUT_ACCESS);
  }

  @Test
  void andSoItIsWhenItWasSeenBeforeTheWithdrawalWasAnswered() {
    isKeptAndAcknowledged(1, 1);
    isSeen(7, 1, 1, 2);
    accessEnds(7, 2);

    finds(Kind.SEEN_WITHOUT_ACCESS);
  }

  @Test
  void aSecondRemovalOfTheSamePersonExcusesNothing() {
    isKeptAndAcknowledged(1, 1);
    accessEnds(7, 2);
    accessEnds(7, 3);
    isSeen(7, 1, 1, 2);

    finds(Kind.SEEN_WITHOUT_ACCESS);
  }

  @Test
  void whoMayHaveAccessAgainMaySeeWhatWasWrittenMeanwhile() {
    isKeptAndAcknowledged(1, 1);
    accessEnds(7, 2);
    notes.add(new Note.AccessGiven(7, ROOM));
    isSeen(7, 1, 1, 2);
    accessEnds(7, 4);

    finds();
  }

  @Test
  void oneViewersWithdrawalIsNotAnothers() {
    isKeptAndAcknowledged(1, 1);
    accessEnds(7, 2);
    isSeen(8, 1, 1, 2);

    finds();
  }

  private void isSent(int message) {
    notes.add(new Note.Invoked(ROOM, id(message)));
  }

  private void isAcknowledged(int message, long seq) {
    notes.add(new Note.Acknowledged(id(message), seq));
  }

  private void isNeverAnswered(int message) {
    notes.add(new Note.Unknown(id(message)));
  }

  private void isSeen(int viewer, int message, long seq) {
    isSeen(viewer, message, seq, 1);
  }

  private void isSeen(int viewer, int message, long seq, long epoch) {
    notes.add(new Note.Seen(viewer, ROOM, seq, id(message), epoch));
  }

  private void accessEnds(int viewer, long epoch) {
    notes.add(new Note.AccessEnded(viewer, ROOM, epoch));
  }

  private void isKeptAndAcknowledged(int message, long seq) {
    isSent(message);
    isAcknowledged(message, seq);
    isKept(message, seq);
  }

  private void isKept(int message, long seq) {
    kept.add(new Kept(ROOM, seq, id(message)));
  }

  private void finds(Kind... kinds) {
    var found = Checker.check(notes, kept).stream().map(Finding::kind).toList();
    assertEquals(List.of(kinds), found);
  }

  private static UUID id(int message) {
    return new UUID(7, message);
  }
}
