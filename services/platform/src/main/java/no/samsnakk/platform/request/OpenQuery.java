package no.samsnakk.platform.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an endpoint whose query somebody else writes, with parameters of which it need not know all:
 * an issuer (RFC 6749, section 4.1.2), or whoever made a link. It ignores what it does not know;
 * twice it takes none either.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenQuery {}
