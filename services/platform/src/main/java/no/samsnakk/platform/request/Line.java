package no.samsnakk.platform.request;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.samsnakk.contracts.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One line that somebody typed, by the rule of {@link Text}; the white space around it does not
 * count. The refusal's field carries the code of {@link Text.Fault}. Null is somebody else's.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Line.Validator.class)
public @interface Line {
  /** Code points at least. */
  int min() default 1;

  /** Code points at most. */
  int max();

  String message() default "text-not-plain";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says with the violation's message what is wrong. */
  class Validator implements ConstraintValidator<Line, String> {
    private int min;
    private int max;

    @Override
    public void initialize(Line line) {
      min = line.min();
      max = line.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      var fault = Text.LINE.fault(Text.trimmed(text), min, max);
      fault.ifPresent(it -> say(it, context));
      return fault.isEmpty();
    }

    private static void say(Text.Fault fault, ConstraintValidatorContext context) {
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate(fault.code()).addConstraintViolation();
    }
  }
}
