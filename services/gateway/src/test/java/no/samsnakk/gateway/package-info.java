@org.jspecify.annotations.NullMarked
package no.samsnakk.gateway;
