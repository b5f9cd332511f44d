package no.samsnakk.contracts.refusal;

/**
 * Why something is refused. Generated from {@code refusal-codes.json}, do not edit: {@code ./mvnw
 * -pl services/contracts test -Dtest=RefusalCodeTest -Dsamsnakk.generate=true}.
 */
public enum RefusalCode {
  /** There is no signed-in session, or it has ended. */
  NOT_SIGNED_IN("not-signed-in", 401),

  /** The caller is known, and may not do this. */
  NOT_ALLOWED("not-allowed", 403),

  /** The session was opened at a lower level of identity than this needs. */
  LEVEL_TOO_LOW("level-too-low", 403),

  /** This needs a login that is younger than the present one. */
  FRESH_LOGIN_REQUIRED("fresh-login-required", 403),

  /** A change came without the session's own anti-forgery token. */
  CSRF_TOKEN_MISSING("csrf-token-missing", 403),

  /** The request comes from another site, or does not say where it comes from. */
  ORIGIN_REFUSED("origin-refused", 403),

  /**
   * The request lacks something or has something in the wrong form; the fields are listed, unless
   * it could not be read at all.
   */
  INVALID_REQUEST("invalid-request", 400),

  /** Too many begin to sign in at this moment; the same request may be repeated after a while. */
  TOO_MANY_SIGN_INS("too-many-sign-ins", 429),

  /** There is nothing at this address. */
  NOT_FOUND("not-found", 404),

  /** Something broke on our side; the trace id is what to quote. */
  FAULT("fault", 500),

  /** Something that this needs does not answer just now; the same request may be repeated. */
  TEMPORARILY_UNAVAILABLE("temporarily-unavailable", 503),

  /** The access log cannot be written just now, so nothing that has to be logged is done. */
  LOG_UNAVAILABLE("log-unavailable", 503),

  /** There is no such room, or it is none of the caller's business. */
  ROOM_UNKNOWN("room-unknown", 404),

  /** What was written in the room was erased for good; there is nothing left to read. */
  ROOM_ERASED("room-erased", 410),

  /** A room with this id was proposed before, with other content. */
  ROOM_EXISTS_DIFFERENTLY("room-exists-differently", 409),

  /** The room is not open: the patient has not consented, has declined or has withdrawn. */
  ROOM_NOT_ACTIVE("room-not-active", 409),

  /** The number is not a Norwegian identity number. */
  IDENTITY_NUMBER_INVALID("identity-number-invalid", 422),

  /** The demonstration takes synthetic identity numbers only. */
  IDENTITY_NUMBER_NOT_SYNTHETIC("identity-number-not-synthetic", 422),

  /** Nobody holds this role in any organisation's directory. */
  ROLE_UNKNOWN("role-unknown", 422),

  /** The one who proposes a room cannot be its patient. */
  CANNOT_PROPOSE_FOR_SELF("cannot-propose-for-self", 422),

  /** The person's address is no longer the one that was shown when it was to be changed. */
  ADDRESS_CHANGED_MEANWHILE("address-changed-meanwhile", 409),

  /** The consent text has a newer version, which has to be read first. */
  CONSENT_TEXT_OUTDATED("consent-text-outdated", 409),

  /** The room is no longer what the page showed that was answered; it has to be looked at again. */
  CONSENT_PAGE_OUTDATED("consent-page-outdated", 409),

  /** The patient has already answered this consent. */
  CONSENT_ALREADY_ANSWERED("consent-already-answered", 409),

  /** The patient has not consented to the room. */
  CONSENT_MISSING("consent-missing", 409),

  /** There is no consent to take back. */
  CONSENT_NOT_GIVEN("consent-not-given", 409),

  /** This role already has a seat in the room, or waits for one. */
  SEAT_EXISTS("seat-exists", 409),

  /** The room has as many seats as it may have that are neither refused nor over. */
  ROOM_FULL("room-full", 409),

  /** As many of the person's proposals as may wait for an answer do. */
  TOO_MANY_OPEN_PROPOSALS("too-many-open-proposals", 409),

  /**
   * This person was asked a short while ago, or has said no; the problem says when she may be asked
   * again.
   */
  ASKED_TOO_RECENTLY("asked-too-recently", 409),

  /**
   * As many letters as may go in a day were asked for, by this person or to this address; the
   * problem says when more may be.
   */
  TOO_MANY_LETTERS("too-many-letters", 429),

  /**
   * The person has changed where her letters go as often as may be in a day; the problem says when
   * she may take another address, and letting go of one is never refused.
   */
  ADDRESS_CHANGED_TOO_OFTEN("address-changed-too-often", 429),

  /**
   * The patient himself has blocked this person, and has to take the block back first; nobody but
   * him is refused with it.
   */
  PERSON_BLOCKED("person-blocked", 409),

  /** Nobody in any directory, now or before, has this id. */
  PERSON_UNKNOWN("person-unknown", 404),

  /** The patient has blocked as many people as one may. */
  TOO_MANY_BLOCKS("too-many-blocks", 409),

  /** The room has no such seat. */
  SEAT_UNKNOWN("seat-unknown", 404),

  /** The patient has already answered for this seat. */
  APPROVAL_ALREADY_ANSWERED("approval-already-answered", 409),

  /** The address is at none of the push services that we send to. */
  PUSH_ENDPOINT_REFUSED("push-endpoint-refused", 422),

  /**
   * The room is open, so nothing that was written in it can be erased yet; only an operator hears
   * it.
   */
  ROOM_STILL_OPEN("room-still-open", 409),

  /**
   * The ticket has opened a socket before, or its session is over; a browser hears the status
   * alone, the log keeps the code.
   */
  TICKET_SPENT("ticket-spent", 401),

  /**
   * The person has as many sockets open as one may have; a browser hears a number alone, the log
   * keeps the code.
   */
  TOO_MANY_SOCKETS("too-many-sockets", 429),

  /** The person may read the room and may not write in it. */
  WRITE_NOT_ALLOWED("write-not-allowed", 0),

  /** The message holds nothing that can be seen. */
  MESSAGE_EMPTY("message-empty", 0),

  /** The message is longer than 8,000 code points. */
  MESSAGE_TOO_LONG("message-too-long", 0),

  /**
   * The message holds something that is not text: an unpaired surrogate, a control character or a
   * control of direction.
   */
  MESSAGE_NOT_TEXT("message-not-text", 0),

  /** There is no such message in the room to answer. */
  MESSAGE_UNKNOWN("message-unknown", 0),

  /** The message is the person's own, which she does not answer herself. */
  MESSAGE_OWN("message-own", 0),

  /** The person says this of the message already. */
  ACKNOWLEDGED_ALREADY("acknowledged-already", 0),

  /** The person says nothing of the message that could be taken back. */
  ACKNOWLEDGED_NOT("acknowledged-not", 0),

  /**
   * The person has changed what she says of the message so often that it is changed no more; it can
   * be taken back.
   */
  ACKNOWLEDGED_TOO_OFTEN("acknowledged-too-often", 0),

  /** There is a question about the message already, which waits for an answer. */
  QUESTION_OPEN("question-open", 0),

  /** No question about the message waits for an answer. */
  QUESTION_NOT_OPEN("question-not-open", 0),

  /** The question does not stand as the person has seen it; it has changed meanwhile. */
  QUESTION_CHANGED("question-changed", 0),

  /** The question stands like that already. */
  QUESTION_UNCHANGED("question-unchanged", 0),

  /**
   * That is for somebody else to say: the one who asked, the one who is asked, or the one who wrote
   * the message.
   */
  QUESTION_NOT_THEIRS("question-not-theirs", 0),

  /**
   * The question about this message has changed so often that it can only be answered or withdrawn.
   */
  QUESTION_TOO_OFTEN("question-too-often", 0),

  /** The one who is to be asked can't write in the room. */
  ADDRESSEE_WITHOUT_SEAT("addressee-without-seat", 0),

  /** The day has passed, or it is more than a year away. */
  DAY_OUT_OF_RANGE("day-out-of-range", 0),

  /** There is no appointment that began at that place. */
  APPOINTMENT_UNKNOWN("appointment-unknown", 0),

  /** The appointment does not stand as the person has seen it; it has changed meanwhile. */
  APPOINTMENT_CHANGED("appointment-changed", 0),

  /** The person has said the same of the times already. */
  APPOINTMENT_UNCHANGED("appointment-unchanged", 0),

  /** No time is to be chosen any more: one is booked, or the appointment is cancelled. */
  APPOINTMENT_NOT_OPEN("appointment-not-open", 0),

  /**
   * That is for somebody else to say: one of those who are to come, or the one who proposed the
   * times.
   */
  APPOINTMENT_NOT_THEIRS("appointment-not-theirs", 0),

  /** The appointment has changed so often that it can only be booked or cancelled. */
  APPOINTMENT_TOO_OFTEN("appointment-too-often", 0),

  /** The person has changed her answer to the times so often that it is changed no more. */
  APPOINTMENT_ANSWERED_TOO_OFTEN("appointment-answered-too-often", 0),

  /**
   * What the appointment is for, or where it is, is not one line of 1 to 200 code points of plain
   * text.
   */
  APPOINTMENT_LINE_INVALID("appointment-line-invalid", 0),

  /** The link of the appointment is no address of 500 characters at most that begins with https. */
  APPOINTMENT_LINK_INVALID("appointment-link-invalid", 0),

  /**
   * Two to twenty people are to come, each once, the one who proposes the times among them; new
   * times leave nobody out who can still come.
   */
  APPOINTMENT_PEOPLE_INVALID("appointment-people-invalid", 0),

  /** One to five times are proposed, each once, each of 5 minutes to 12 hours of one day. */
  TIMES_INVALID("times-invalid", 0),

  /** The clocks are set then: that day the time does not exist, or exists twice. */
  TIME_NOT_EXACT("time-not-exact", 0),

  /** The time has passed. */
  TIME_PASSED("time-passed", 0),

  /** The time is none of those that are proposed. */
  TIME_NOT_PROPOSED("time-not-proposed", 0),

  /** There is no agreement that began at that place. */
  AGREEMENT_UNKNOWN("agreement-unknown", 0),

  /** The agreement does not stand as the person has seen it; it has changed meanwhile. */
  AGREEMENT_CHANGED("agreement-changed", 0),

  /** The person has said the same of the agreement already, or it stands in these words. */
  AGREEMENT_UNCHANGED("agreement-unchanged", 0),

  /** The agreement is done or dropped. */
  AGREEMENT_NOT_OPEN("agreement-not-open", 0),

  /**
   * That is for somebody else to say: one of those whom the agreement concerns, or the one who
   * proposed it.
   */
  AGREEMENT_NOT_THEIRS("agreement-not-theirs", 0),

  /** The agreement has changed so often that it can only be done or dropped. */
  AGREEMENT_TOO_OFTEN("agreement-too-often", 0),

  /** The person has changed her answer to the agreement so often that it is changed no more. */
  AGREEMENT_ANSWERED_TOO_OFTEN("agreement-answered-too-often", 0),

  /** What is agreed on is not one line of 1 to 200 code points of plain text. */
  AGREEMENT_LINE_INVALID("agreement-line-invalid", 0),

  /**
   * An agreement concerns two to twenty people, each once, the one who proposes it and the one who
   * sees to it among them; other words leave nobody out who is still there.
   */
  AGREEMENT_PEOPLE_INVALID("agreement-people-invalid", 0),

  /** It is another's message: nobody changes what somebody else has said, or takes it back. */
  MESSAGE_NOT_OWN("message-not-own", 0),

  /**
   * Only a text can be changed or taken back; what is proposed or agreed is changed where it
   * stands.
   */
  MESSAGE_NOT_CORRECTABLE("message-not-correctable", 0),

  /** The message was taken back: nothing more is said of it. */
  MESSAGE_RETRACTED("message-retracted", 0),

  /** A message can be changed for 15 minutes after it was sent. */
  EDIT_TOO_LATE("edit-too-late", 0),

  /** The message says the same already. */
  EDIT_UNCHANGED("edit-unchanged", 0),

  /** The message has been changed so often that it is changed no more. */
  EDITED_TOO_OFTEN("edited-too-often", 0),

  /** The client's id of the message is not a UUIDv7. */
  CLIENT_ID_INVALID("client-id-invalid", 0),

  /** The client used this id before, for another message. */
  CLIENT_ID_REUSED("client-id-reused", 0),

  /**
   * One person does more than one person can; everything that leaves an entry in the log has to
   * wait a little.
   */
  TOO_MANY_REQUESTS("too-many-requests", 429),

  /** Messages come faster than one person writes; wait a little and repeat. */
  TOO_MANY_MESSAGES("too-many-messages", 0),

  /** This socket already views as many rooms as one may; close another first. */
  TOO_MANY_VIEWS("too-many-views", 0),

  /**
   * So many stretches of the room are marked apart from each other that no further one is kept
   * between them.
   */
  MARKS_SCATTERED("marks-scattered", 0),

  /** The room has no message with this number yet. */
  SEQ_UNKNOWN("seq-unknown", 0),

  /** The person can no longer read this room; its content is to leave the screen. */
  ACCESS_WITHDRAWN("access-withdrawn", 0),

  /** The same, because the patient has taken his consent back. */
  CONSENT_WITHDRAWN("consent-withdrawn", 0),

  /** The same, because the patient has shown her out. */
  SEAT_REMOVED("seat-removed", 0),

  /** The frame is not a JSON object of the described form. */
  FRAME_MALFORMED("frame-malformed", 0),

  /** The frame has a type that this server does not know. */
  FRAME_TYPE_UNKNOWN("frame-type-unknown", 0),

  /** The frame is larger than 64 KB. */
  FRAME_TOO_LARGE("frame-too-large", 0),

  /** Frames come faster than they can be served; slow down or be closed with 4429. */
  TOO_MANY_FRAMES("too-many-frames", 0);

  private final String code;
  private final int status;

  RefusalCode(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** Stable, in kebab case; the web translates it. */
  public String code() {
    return code;
  }

  /**
   * The HTTP status that it travels under by itself.
   *
   * @throws IllegalStateException of a code that only frames carry
   */
  public int status() {
    if (status == 0) {
      throw new IllegalStateException("Only frames carry " + code);
    }
    return status;
  }
}
