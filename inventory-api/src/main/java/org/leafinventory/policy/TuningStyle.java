package org.leafinventory.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables writes the values of this package.
 *
 * <p>Not in the class files: those who compile against them need not have Immutables.
 */
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@interface TuningStyle {}
