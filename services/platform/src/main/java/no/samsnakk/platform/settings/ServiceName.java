package no.samsnakk.platform.settings;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The name of this service ({@link ServiceSettings#service}). */
@Qualifier
@Retention(RUNTIME)
@Target({METHOD, PARAMETER})
public @interface ServiceName {}
