package no.samsnakk.contracts.event;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event that was read can be kept. JSON may lack what a record's type promises, and hold
 * texts and times that PostgreSQL refuses: a consumer that found out only there would stop for ever
 * at the same record.
 */
public final class Complete {
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Complete() {}

  /**
   * Returns the event as it is.
   *
   * @throws IllegalArgumentException naming the member, never its value (R9), if something is
   *     missing that is not marked nullable, a text contains NUL or a time is out of this world
   */
  public static <D extends EventData> D check(D event) {
    checkRecord((Record) event);
    return event;
  }

  private static void checkRecord(Record data) {
    for (var component : data.getClass().getRecordComponents()) {
      check(component.getName(), component.getAnnotatedType(), valueOf(component, data));
    }
  }

  private static void check(String name, AnnotatedType type, @Nullable Object value) {
    switch (value) {
      case null -> require(type.isAnnotationPresent(Nullable.class), name);
      case String text -> require(text.indexOf('\0') < 0, name);
      case Instant time -> require(!time.isBefore(FIRST) && !time.isAfter(LAST), name);
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

  private static @Nullable Object valueOf(RecordComponent component, Record data) {
    try {
      return component.getAccessor().invoke(data);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
