package no.samsnakk.contracts.event;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event that was read can be kept. JSON may lack what a record's type promises, and hold
 * texts, times and numbers that PostgreSQL or JSON's other readers refuse: a consumer that found
 * out only there would stop for ever at the same record.
 */
public final class Complete {
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** The last whole number that every reader of JSON keeps as it is. */
  private static final long GREATEST = (1L << 53) - 1;

  /** Asked of each type once: the JVM makes the answer anew each time. */
  private static final ClassValue<List<Member>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
          return Member.allOf(type);
        }
      };

  private Complete() {}

  /**
   * Returns the event as it is.
   *
   * @throws IllegalArgumentException naming the member, never its value (R9), if something is
   *     missing that is not marked nullable, a text contains NUL, a time is out of this world or a
   *     number is less than 0 or not less than 2^53; or if an entry of the log says more than any
   *     has to
   */
  public static <D extends EventData> D check(D event) {
    checkRecord((Record) event);
    if (event instanceof AuditRecorded entry) {
      var broken = EntryBounds.broken(entry);
      require(broken == null, String.valueOf(broken));
    }
    return event;
  }

  private static void checkRecord(Record data) {
    for (Member member : MEMBERS.get(data.getClass())) {
      check(member.name(), member.nullable(), member.of(data));
    }
  }

  private static void check(String name, boolean nullable, @Nullable Object value) {
    switch (value) {
      case null -> require(nullable, name);
      case String text -> require(text.indexOf('\0') < 0, name);
      case Instant time -> require(!time.isBefore(FIRST) && !time.isAfter(LAST), name);
      case Long number -> require(number >= 0 && number <= GREATEST, name);
      case Record nested -> checkRecord(nested);
      case Collection<?> items -> items.forEach(item -> checkItem(name, item));
      default -> {}
    }
  }

  private static void checkItem(String name, @Nullable Object item) {
    require(item != null, name);
    if (item instanceof Record nested) {
      checkRecord(nested);
    }
  }

  private static void require(boolean fulfilled, String name) {
    if (!fulfilled) {
      throw new IllegalArgumentException("An event with an unusable member: " + name);
    }
  }

  /** What the type of a record promises of one of its members. */
  private record Member(String name, boolean nullable, Method accessor) {
    static List<Member> allOf(Class<?> type) {
      return Stream.of(type.getRecordComponents()).map(Member::of).toList();
    }

    private static Member of(RecordComponent component) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      return new Member(component.getName(), nullable, component.getAccessor());
    }

    @Nullable Object of(Record data) {
      try {
        return accessor.invoke(data);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
